import Foundation
import Qoldau

extension Arguments {
    func registry() throws -> Registry { try registryFromJson(text: json("registry")) }
    func key(_ name: String = "key") throws -> HostKey { try hostKeyFromJson(text: json(name)) }
    func persons() throws -> [Id] { try idsFromJson(text: json("persons")) }
}

/// The calls of the registry and of workbooks, as the conformance vectors make them; nothing for a call of something else.
func registry(_ name: String, _ a: Arguments) throws -> String? {
    switch name {
    case "guessWorkbook": return try sheetGuessesToJson(value: guessWorkbook(bytes: a.bytes("bytes")))
    case "importWorkbook":
        let sheets = try a.optional("sheets", sheetColumnsFromJson) ?? []
        return try workbookPeopleToJson(value: importWorkbook(bytes: a.bytes("bytes"), sheets: sheets))
    case "readRegistry": return try registryToJson(value: readRegistry(bytes: a.bytes("bytes")))
    case "writeRegistry": return try textToJson(value: writeRegistry(registry: a.registry()))
    case "checkRegistry":
        let on = try isoDateFromJson(text: a.json("on"))
        return try findingsToJson(value: checkRegistry(registry: a.registry(), on: on))
    case "registryFacts":
        let decisions = try a.optional("decisions", pairDecisionsFromJson) ?? []
        return try personFactsToJson(value: registryFacts(registry: a.registry(), decisions: decisions))
    case "registryRows": return try listedPeopleToJson(value: registryRows(registry: a.registry()))
    case "exportPerson":
        return try personExportToJson(
            value: exportPerson(registry: a.registry(), journal: a.bytes("journal"), person: a.id("person")))
    case "erasePerson":
        return try erasedPersonToJson(
            value: erasePerson(registry: a.registry(), journal: a.bytes("journal"), person: a.id("person")))
    default: return try keys(name, a)
    }
}

/// The calls of keys, parts and sketches.
private func keys(_ name: String, _ a: Arguments) throws -> String? {
    switch name {
    case "pseudonymsOf":
        return try pseudonymChangesToJson(value: pseudonymsOf(key: a.key(), persons: a.persons()))
    case "rotatePseudonyms":
        return try pseudonymChangesToJson(
            value: rotatePseudonyms(old: a.key("old"), new: a.key("new"), persons: a.persons()))
    case "linkageKeys":
        let people = try listedPeopleFromJson(text: a.json("people"))
        return try linkageKeysToJson(value: linkageKeys(people: people, key: a.key()))
    case "matchKeys":
        let (ours, theirs) = try (
            linkageKeysFromJson(text: a.json("ours")), linkageKeysFromJson(text: a.json("theirs"))
        )
        let least = (a.input["least"] as? NSNumber)?.doubleValue ?? .nan
        return try linkedPairsToJson(value: matchKeys(ours: ours, theirs: theirs, least: least))
    case "reachPart":
        let (people, attendances) = try (
            personFactsFromJson(text: a.json("people")), attendancesFromJson(text: a.json("attendances"))
        )
        let headcounts = try headcountsFromJson(text: a.json("headcounts"))
        let question = try reachQuestionFromJson(text: a.json("question"))
        return try reachPartToJson(
            value: reachPart(
                key: a.id("key"), people: people, attendances: attendances, headcounts: headcounts, question: question))
    case "mergeReachParts":
        return try reachPartToJson(value: mergeReachParts(parts: reachPartsFromJson(text: a.json("parts"))))
    case "reachOfPart": return try reachToJson(value: reachOfPart(part: reachPartFromJson(text: a.json("part"))))
    case "sketchPersons":
        return try personSketchToJson(value: sketchPersons(key: a.id("key"), persons: a.persons()))
    case "mergeSketches":
        let sketches = try personSketchesFromJson(text: a.json("sketches"))
        return try personSketchToJson(value: mergeSketches(sketches: sketches))
    case "estimateSketch":
        return try String(estimateSketch(sketch: personSketchFromJson(text: a.json("sketch"))))
    default: return nil
    }
}
