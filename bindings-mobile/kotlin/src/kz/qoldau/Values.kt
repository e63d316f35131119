package kz.qoldau

import java.math.BigDecimal

/** The name of a person. It prints silently; show it only where personal data belongs. */
class PersonName(private val text: String) {
    /** The name as it was written. */
    fun reveal(): String = text

    override fun equals(other: Any?): Boolean = other is PersonName && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = "PersonName(…)"
}

/** A telephone number as it was written. It prints silently; show it only where personal data belongs. */
class Phone(private val text: String) {
    /** The number as it was written. */
    fun reveal(): String = text

    override fun equals(other: Any?): Boolean = other is Phone && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = "Phone(…)"
}

/**
 * The body of a kind of entry that this version does not know: JSON text, passed on as it stands. What it holds cannot be
 * known, so it prints silently.
 */
class RawBody(private val text: String) {
    /** The JSON text. */
    fun reveal(): String = text

    override fun equals(other: Any?): Boolean = other is RawBody && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = "RawBody(…)"
}

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
