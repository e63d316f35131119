import kz.qoldau.*

/** The calls of the registry, of keys and parts, and of workbooks, as the conformance vectors make them; nothing for a call of something else. */
internal fun registry(name: String, given: Vectors.Arguments): String? {
    fun registry() = registryFromJson(given.json("registry"))
    fun key(at: String = "key") = hostKeyFromJson(given.json(at))
    fun id(at: String) = idFromJson(given.json(at))
    fun persons() = idsFromJson(given.json("persons"))
    return when (name) {
        "guessWorkbook" -> sheetGuessesToJson(guessWorkbook(given.bytes("bytes")))
        "importWorkbook" -> {
            val sheets = given.optional("sheets", ::sheetColumnsFromJson) ?: emptyList()
            workbookPeopleToJson(importWorkbook(given.bytes("bytes"), sheets))
        }
        "readRegistry" -> registryToJson(readRegistry(given.bytes("bytes")))
        "writeRegistry" -> textToJson(writeRegistry(registry()))
        "checkRegistry" -> findingsToJson(checkRegistry(registry(), isoDateFromJson(given.json("on"))))
        "registryFacts" -> {
            val decisions = given.optional("decisions", ::pairDecisionsFromJson) ?: emptyList()
            personFactsToJson(registryFacts(registry(), decisions))
        }
        "registryRows" -> listedPeopleToJson(registryRows(registry()))
        "exportPerson" -> personExportToJson(exportPerson(registry(), given.bytes("journal"), id("person")))
        "erasePerson" -> erasedPersonToJson(erasePerson(registry(), given.bytes("journal"), id("person")))
        "pseudonymsOf" -> pseudonymChangesToJson(pseudonymsOf(key(), persons()))
        "rotatePseudonyms" -> pseudonymChangesToJson(rotatePseudonyms(key("old"), key("new"), persons()))
        "linkageKeys" -> linkageKeysToJson(linkageKeys(listedPeopleFromJson(given.json("people")), key()))
        "matchKeys" -> {
            val (ours, theirs) = linkageKeysFromJson(given.json("ours")) to linkageKeysFromJson(given.json("theirs"))
            linkedPairsToJson(matchKeys(ours, theirs, given.json("least").toDouble()))
        }
        "reachPart" -> {
            val (people, attendances) =
                personFactsFromJson(given.json("people")) to attendancesFromJson(given.json("attendances"))
            val headcounts = headcountsFromJson(given.json("headcounts"))
            val question = reachQuestionFromJson(given.json("question"))
            reachPartToJson(reachPart(id("key"), people, attendances, headcounts, question))
        }
        "mergeReachParts" -> reachPartToJson(mergeReachParts(reachPartsFromJson(given.json("parts"))))
        "reachOfPart" -> reachToJson(reachOfPart(reachPartFromJson(given.json("part"))))
        "sketchPersons" -> personSketchToJson(sketchPersons(id("key"), persons()))
        "mergeSketches" -> personSketchToJson(mergeSketches(personSketchesFromJson(given.json("sketches"))))
        "estimateSketch" -> estimateSketch(personSketchFromJson(given.json("sketch"))).toString()
        else -> null
    }
}
