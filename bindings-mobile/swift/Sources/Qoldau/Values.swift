import Foundation

/// A civil date of the years 0001 to 9999, such as 14 June 2024: no clock and no time zone, unlike Foundation's `Date`,
/// which is an instant.
public struct CivilDate: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// The date of a year, month and day; nothing when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        let lengths = [31, CivilDate.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
            return nil
        }
        self.init(unchecked: year, month, day)
    }

    /// The date of a text such as `2024-06-14`; nothing when it is not one.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let hyphen = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
            let year = CivilDate.number(bytes[0..<4]),
            let month = CivilDate.number(bytes[5..<7]),
            let day = CivilDate.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The date that the core wrote. The core writes no other text than that of a date; were it to, the whole answer
    /// could not be trusted.
    init(core text: String) {
        guard let date = CivilDate(text) else { preconditionFailure("the core wrote a date that is none") }
        self = date
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date such as 2024-06-14")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// The date as text: `2024-06-14`.
    public var description: String {
        "\(CivilDate.padded(year, 4))-\(CivilDate.padded(month, 2))-\(CivilDate.padded(day, 2))"
    }

    /// The date as components of the Gregorian calendar.
    public var dateComponents: DateComponents {
        DateComponents(calendar: Calendar(identifier: .gregorian), year: year, month: month, day: day)
    }

    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    private static func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}

/// Text that prints silently: by `print`, in a debugger and by `dump`.
public protocol SilentText: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The text as it was written. Show it only where it belongs.
    func reveal() -> String
}

extension SilentText {
    public var description: String { "\(Self.self)(…)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The name of a person. It prints silently.
public struct PersonName: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// A telephone number as it was written. It prints silently.
public struct Phone: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// Something that is told of one person, as it was written: a birth date, an identification number, an address.
/// It prints silently.
public struct PersonalText: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// Words a person wrote in answer to a question. They may speak of anybody. It prints silently.
public struct FreeText: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// A person's self-made code. It is anonymous only as long as nobody prints it beside the answers. It prints silently.
public struct PersonCode: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// An individual identification number (ИИН): twelve digits whose form and check digit are plausible. It prints silently.
public struct Iin: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// A business identification number (БИН): twelve digits whose form and check digit are plausible. It prints silently.
public struct Bin: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// A telephone number in the form E.164, `+77000000001`. It prints silently.
public struct PhoneNumber: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// An e-mail address of a plausible form. It prints silently.
public struct EmailAddress: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// A place by the nine digits of the classifier KATO. It prints silently.
public struct KatoPlace: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// 1,024 bits that stand for a row of a list, as 256 hexadecimal digits; whoever has the secret can try names on them. It prints silently.
public struct LinkageBits: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

/// The body of a kind of entry that this version does not know: JSON text, passed on as it stands. What it holds cannot be
/// known, so it prints silently.
public struct RawBody: SilentText {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func reveal() -> String { text }
}

extension Birth: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Birth(…)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension IinHint: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "IinHint(…)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Decimal {
    /// The amount that the core wrote: plain digits with a point, whatever the locale. The core writes no other text; were
    /// it to, the whole answer could not be trusted.
    init(core text: String) {
        guard let amount = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) else {
            preconditionFailure("the core wrote an amount that is none")
        }
        self = amount
    }
}

/// An amount as the core reads it. What is no number, and what has more than 28 digits, is refused with `INP001`.
func amountText(_ amount: Decimal) -> String {
    var amount = amount
    return NSDecimalString(&amount, Locale(identifier: "en_US_POSIX"))
}

extension QoldauError {
    /// Stable code of the error, such as `ANX004`; `INP001` for input that is not of its declared type.
    public var code: String {
        switch self {
        case .InvalidInput(let code, _, _, _), .Failed(let code, _, _, _): return code
        }
    }

    /// Which field of the input, `/tasks/0/title`, where that is known.
    public var path: String? {
        switch self {
        case .InvalidInput(_, let path, _, _), .Failed(_, let path, _, _): return path
        }
    }

    /// What the detail is about, by name.
    public var params: [String: String] {
        switch self {
        case .InvalidInput(_, _, let params, _), .Failed(_, _, let params, _): return params
        }
    }

    /// What is wrong, in English and without personal data.
    public var detail: String {
        switch self {
        case .InvalidInput(_, _, _, let detail), .Failed(_, _, _, let detail): return detail
        }
    }
}
