package kz.qoldau

import java.math.BigDecimal

/** Text that prints silently. Show it only where it belongs. */
abstract class SilentText internal constructor(private val kind: String, private val text: String) {
    /** The text as it was written. */
    fun reveal(): String = text

    override fun equals(other: Any?): Boolean = other is SilentText && other.kind == kind && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = "$kind(…)"
}

/** The name of a person. It prints silently. */
class PersonName(text: String) : SilentText("PersonName", text)

/** A telephone number as it was written. It prints silently. */
class Phone(text: String) : SilentText("Phone", text)

/**
 * Something that is told of one person, as it was written: a birth date, an identification number, an address.
 * It prints silently.
 */
class PersonalText(text: String) : SilentText("PersonalText", text)

/** Words a person wrote in answer to a question. They may speak of anybody. It prints silently. */
class FreeText(text: String) : SilentText("FreeText", text)

/** A person's self-made code. It is anonymous only as long as nobody prints it beside the answers. It prints silently. */
class PersonCode(text: String) : SilentText("PersonCode", text)

/** An individual identification number (ИИН): twelve digits whose form and check digit are plausible. It prints silently. */
class Iin(text: String) : SilentText("Iin", text)

/** A business identification number (БИН): twelve digits whose form and check digit are plausible. It prints silently. */
class Bin(text: String) : SilentText("Bin", text)

/** A telephone number in the form E.164, `+77000000001`. It prints silently. */
class PhoneNumber(text: String) : SilentText("PhoneNumber", text)

/** An e-mail address of a plausible form. It prints silently. */
class EmailAddress(text: String) : SilentText("EmailAddress", text)

/** A place by the nine digits of the classifier KATO. It prints silently. */
class KatoPlace(text: String) : SilentText("KatoPlace", text)

/** 1,024 bits that stand for a row of a list, as 256 hexadecimal digits; whoever has the secret can try names on them. They print silently. */
class LinkageBits(text: String) : SilentText("LinkageBits", text)

/**
 * The body of a kind of entry that this version does not know: JSON text, passed on as it stands. What it holds cannot be
 * known, so it prints silently.
 */
class RawBody(text: String) : SilentText("RawBody", text)

/** Stable code of the error, such as `ANX004`; `INP001` for input that is not of its declared type. */
val QoldauException.code: String
    get() = when (this) {
        is QoldauException.InvalidInput -> code
        is QoldauException.Failed -> code
    }

/** Which field of the input, `/tasks/0/title`, where that is known. */
val QoldauException.path: String?
    get() = when (this) {
        is QoldauException.InvalidInput -> path
        is QoldauException.Failed -> path
    }

/** What the detail is about, by name. */
val QoldauException.params: Map<String, String>
    get() = when (this) {
        is QoldauException.InvalidInput -> params
        is QoldauException.Failed -> params
    }

/** What is wrong, in English and without personal data. */
val QoldauException.detail: String
    get() = when (this) {
        is QoldauException.InvalidInput -> detail
        is QoldauException.Failed -> detail
    }

/**
 * An amount as the core reads it: digits without an exponent. A number far beyond the 28 digits of an amount keeps its
 * exponent, which is refused with `INP001`, instead of becoming a text as long as the memory.
 */
internal fun amountText(amount: BigDecimal): String =
    if (amount.scale() in -MOST_ZEROS..MOST_ZEROS) amount.toPlainString() else amount.toString()

private const val MOST_ZEROS = 1000
