/**
 * JSON of which every value keeps its own text, so that what a vector says reaches the library untouched. It reads the
 * vectors of the tests and trusts them to be JSON.
 */
internal class Json private constructor(
    val text: String,
    val fields: Map<String, Json>?,
    val elements: List<Json>?,
    private val string: String?,
) {
    val isNull: Boolean get() = text == "null"

    operator fun get(name: String): Json? = fields?.get(name)

    /** The text of a string; nothing for another value. */
    fun string(): String? = string

    companion object {
        fun parse(text: String): Json = Reader(text).value()
    }

    private class Reader(private val all: String) {
        private var at = 0

        fun value(): Json {
            space()
            val start = at
            var fields: Map<String, Json>? = null
            var elements: List<Json>? = null
            var string: String? = null
            when (all[at]) {
                '{' -> fields = members('}') { (string() to also { space(); at++ }.value()) }.toMap()
                '[' -> elements = members(']') { value() }
                '"' -> string = string()
                else -> while (at < all.length && all[at] !in ",]} \n\r\t") at++
            }
            return Json(all.substring(start, at), fields, elements, string)
        }

        private fun <T> members(end: Char, member: () -> T): List<T> {
            val members = mutableListOf<T>()
            at++
            space()
            while (all[at] != end) {
                members += member()
                space()
                if (all[at] == ',') at++
                space()
            }
            at++
            return members
        }

        private fun string(): String {
            val text = StringBuilder()
            at++
            while (all[at] != '"') {
                if (all[at] != '\\') {
                    text.append(all[at++])
                    continue
                }
                val escape = all[at + 1]
                at += 2
                when (escape) {
                    'u' -> { text.append(all.substring(at, at + 4).toInt(16).toChar()); at += 4 }
                    'n' -> text.append('\n')
                    'r' -> text.append('\r')
                    't' -> text.append('\t')
                    'b' -> text.append('\b')
                    'f' -> text.append('\u000c')
                    else -> text.append(escape)
                }
            }
            at++
            return text.toString()
        }

        private fun space() {
            while (at < all.length && all[at] in " \n\r\t") at++
        }
    }
}
