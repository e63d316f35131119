import Foundation
import Qoldau

extension Arguments {
    func id(_ name: String) throws -> Id { try idFromJson(text: json(name)) }
    /// A whole number; one that is missing is what the typed call would not let pass.
    func number(_ name: String, otherwise: Int? = nil) throws -> Int {
        if let number = (input[name] as? NSNumber)?.intValue ?? otherwise { return number }
        _ = try textFromJson(text: "null")
        return 0
    }
    func findings() throws -> [Finding] { try findingsFromJson(text: json("findings")) }
    func survey(_ name: String = "questionnaire") throws -> Questionnaire { try questionnaireFromJson(text: json(name)) }
    func responses() throws -> [Response] { try responsesFromJson(text: json("responses")) }
    func tally() throws -> Tally { try tallyFromJson(text: json("tally")) }
    func line() throws -> SurveyLine { try surveyLineFromJson(text: json("line")) }
    func session() throws -> FocusGroup { try focusGroupFromJson(text: json("session")) }
    func phase() throws -> Id? { try optional("phase", idFromJson) }
    func scoring() throws -> ScoreOptions? { try optional("options", scoreOptionsFromJson) }
}

private func maybe<T>(_ value: T?, _ write: (T) throws -> String) rethrows -> String { try value.map(write) ?? "null" }

/// The calls of questionnaires and answers, as the conformance vectors make them; nothing for a call of something else.
func survey(_ name: String, _ a: Arguments) throws -> String? {
    switch name {
    case "readQuestionnaire": return try questionnaireToJson(value: readQuestionnaire(bytes: a.bytes("bytes")))
    case "writeQuestionnaire": return try textToJson(value: writeQuestionnaire(questionnaire: a.survey()))
    case "questionnaireDigest": return try textToJson(value: questionnaireDigest(questionnaire: a.survey()))
    case "lintQuestionnaire": return try findingsToJson(value: lintQuestionnaire(questionnaire: a.survey()))
    case "lintPhases":
        return try findingsToJson(value: lintPhases(first: a.survey("first"), second: a.survey("second")))
    case "saySurveyFindings":
        return try findingRowsToJson(value: saySurveyFindings(findings: a.findings(), language: a.language()))
    case "responseState":
        let response = try responseFromJson(text: a.json("response"))
        return try responseStateToJson(value: responseState(questionnaire: a.survey(), response: response))
    case "checkResponses":
        return try findingsToJson(value: checkResponses(questionnaire: a.survey(), responses: a.responses()))
    case "readResponses": return try responsesToJson(value: readResponses(bytes: a.bytes("bytes")))
    case "writeResponses": return try textToJson(value: writeResponses(responses: a.responses()))
    case "importAnswers":
        let (survey, options) = try (a.survey(), a.optional("options", importOptionsFromJson))
        return try importedToJson(
            value: importAnswers(questionnaire: survey, bytes: a.bytes("bytes"), options: options))
    case "readTally": return try tallyToJson(value: readTally(bytes: a.bytes("bytes")))
    case "checkTally": return try findingsToJson(value: checkTally(questionnaire: a.survey(), tally: a.tally()))
    case "checkFocusGroup": return try findingsToJson(value: checkFocusGroup(session: a.session()))
    case "sampleSize":
        let (margin, share) = try (amountFromJson(text: a.json("margin")), amountFromJson(text: a.json("share")))
        let level = try amountFromJson(text: a.json("level"))
        let populations = (a.input["populations"] as? [NSNumber] ?? []).map(\.uint32Value)
        return try sampleSizeToJson(
            value: sampleSize(
                margin: margin, share: share, level: level, populations: populations,
                designEffect: a.optional("designEffect", amountFromJson),
                responseRate: a.optional("responseRate", amountFromJson)))
    case "sampleMargin":
        let (share, level) = try (amountFromJson(text: a.json("share")), amountFromJson(text: a.json("level")))
        let population = (a.input["population"] as? NSNumber)?.uint32Value
        let margin = try sampleMargin(
            answered: UInt32(a.number("answered", otherwise: 0)), share: share, level: level, population: population,
            designEffect: a.optional("designEffect", amountFromJson))
        return try canonicalJson(text: String(margin))
    case "linkCodes":
        let (first, second) = try (personCodesFromJson(text: a.json("first")), personCodesFromJson(text: a.json("second")))
        let most = try UInt32(a.number("mostDifferences", otherwise: 0))
        return try codeLinksToJson(value: linkCodes(first: first, second: second, mostDifferences: most))
    case "countAnswers":
        return try countAnswers(questionnaire: a.survey(), bytes: a.bytes("bytes"), options: a.json("options"))
    case "statistic": return try statistic(request: a.json("request"))
    case "statisticMethods": return try textsToJson(value: statisticMethods())
    default: return try scored(name, a) ?? drawn(name, a)
    }
}

private func scored(_ name: String, _ a: Arguments) throws -> String? {
    switch name {
    case "scorePhase":
        return try phaseScoresToJson(
            value: scorePhase(
                questionnaire: a.survey(), responses: a.responses(), phase: a.phase(), options: a.scoring()))
    case "sayPhase":
        return try textToJson(
            value: sayPhase(
                questionnaire: a.survey(), responses: a.responses(), language: a.language(), phase: a.phase(),
                options: a.scoring()))
    case "scoreTally":
        return try phaseScoresToJson(
            value: scoreTally(questionnaire: a.survey(), tally: a.tally(), options: a.scoring()))
    case "sayTally":
        return try textToJson(
            value: sayTally(questionnaire: a.survey(), tally: a.tally(), language: a.language(), options: a.scoring()))
    case "comparePhases":
        return try comparisonToJson(
            value: comparePhases(
                questionnaire: a.survey(), responses: a.responses(), first: a.id("first"), second: a.id("second"),
                options: a.scoring()))
    case "sayComparison":
        return try textToJson(
            value: sayComparison(
                questionnaire: a.survey(), responses: a.responses(), first: a.id("first"), second: a.id("second"),
                language: a.language(), options: a.scoring()))
    case "satisfaction":
        let score = try satisfaction(questionnaire: a.survey(), responses: a.responses(), options: a.scoring())
        return try maybe(score, satisfactionScoreToJson)
    case "saySatisfaction":
        let said = try saySatisfaction(
            questionnaire: a.survey(), responses: a.responses(), language: a.language(), options: a.scoring())
        return try maybe(said, textToJson)
    case "tallySatisfaction":
        let score = try tallySatisfaction(questionnaire: a.survey(), tally: a.tally(), options: a.scoring())
        return try maybe(score, satisfactionScoreToJson)
    case "sayTallySatisfaction":
        let said = try sayTallySatisfaction(
            questionnaire: a.survey(), tally: a.tally(), language: a.language(), options: a.scoring())
        return try maybe(said, textToJson)
    default: return nil
    }
}

private func drawn(_ name: String, _ a: Arguments) throws -> String? {
    switch name {
    case "stackedBars":
        let bars = try stackedBars(
            questionnaire: a.survey(), responses: a.responses(), list: a.id("list"), language: a.language(),
            phase: a.phase(), options: a.scoring())
        return try maybe(bars, textToJson)
    case "tallyBars":
        let bars = try tallyBars(
            questionnaire: a.survey(), tally: a.tally(), list: a.id("list"), language: a.language(),
            options: a.scoring())
        return try maybe(bars, textToJson)
    case "surveySection":
        return try reportSectionToJson(
            value: surveySection(
                questionnaire: a.survey(), responses: a.responses(), language: a.language(), options: a.scoring()))
    case "tallySection":
        return try reportSectionToJson(
            value: tallySection(
                questionnaire: a.survey(), tally: a.tally(), language: a.language(), options: a.scoring()))
    case "dumbbells":
        let chart = try dumbbells(
            questionnaire: a.survey(), responses: a.responses(), first: a.id("first"), second: a.id("second"),
            language: a.language(), options: a.scoring())
        return try maybe(chart, textToJson)
    case "draftSatisfaction":
        let draft = try draftSatisfaction(
            questionnaire: a.survey(), responses: a.responses(), line: a.line(), options: a.scoring())
        return try maybe(draft, draftToJson)
    case "draftTallySatisfaction":
        let draft = try draftTallySatisfaction(
            questionnaire: a.survey(), tally: a.tally(), line: a.line(), options: a.scoring())
        return try maybe(draft, draftToJson)
    case "draftPeople":
        let draft = try draftPeople(
            questionnaire: a.survey(), responses: a.responses(), line: a.line(), phase: a.phase())
        return try maybe(draft, draftToJson)
    case "draftFocusGroup":
        let draft = try draftFocusGroup(
            session: a.session(), entry: a.id("entry"), activity: a.id("activity"), author: a.text("author"))
        return try maybe(draft, draftToJson)
    default: return nil
    }
}

/// The calls of people on lists; nothing for a call of something else.
func people(_ name: String, _ a: Arguments) throws -> String? {
    switch name {
    case "readIin": return try iinReadToJson(value: readIin(text: a.text("text")))
    case "readBin": return try binReadToJson(value: readBin(text: a.text("text")))
    case "readPhones": return try phonesToJson(value: readPhones(text: a.text("text")))
    case "readBirth":
        let birth = try readBirth(text: a.text("text"), latest: Int32(a.number("latest")))
        return try maybe(birth, birthToJson)
    case "ageOn":
        let (birth, day) = try (birthFromJson(text: a.json("birth")), isoDateFromJson(text: a.json("day")))
        return try maybe(ageOn(birth: birth, day: day), ageBoundsToJson)
    case "guessColumns": return try columnGuessToJson(value: guessColumns(bytes: a.bytes("bytes")))
    case "importPeople":
        let columns = try a.optional("columns", columnChoicesFromJson)
        return try peopleTableToJson(value: importPeople(bytes: a.bytes("bytes"), columns: columns))
    case "findDuplicates":
        let people = try listedPeopleFromJson(text: a.json("people"))
        let options = try a.optional("options", duplicateOptionsFromJson)
        return try duplicatesToJson(value: findDuplicates(people: people, options: options))
    case "pairLists":
        let (first, second) = try (
            listedPeopleFromJson(text: a.json("first")), listedPeopleFromJson(text: a.json("second"))
        )
        let options = try a.optional("options", duplicateOptionsFromJson)
        return try listPairingToJson(value: pairLists(first: first, second: second, options: options))
    case "countReach":
        let (people, attendances) = try (
            personFactsFromJson(text: a.json("people")), attendancesFromJson(text: a.json("attendances"))
        )
        let headcounts = try headcountsFromJson(text: a.json("headcounts"))
        let question = try reachQuestionFromJson(text: a.json("question"))
        return try reachToJson(
            value: countReach(people: people, attendances: attendances, headcounts: headcounts, question: question))
    case "shownReach":
        let (people, attendances) = try (
            personFactsFromJson(text: a.json("people")), attendancesFromJson(text: a.json("attendances"))
        )
        let headcounts = try headcountsFromJson(text: a.json("headcounts"))
        let question = try reachQuestionFromJson(text: a.json("question"))
        let policy = try a.optional("policy", reachPolicyFromJson)
        return try shownReachToJson(
            value: shownReach(
                people: people, attendances: attendances, headcounts: headcounts, question: question, policy: policy))
    case "sayPeopleFindings":
        return try findingRowsToJson(value: sayPeopleFindings(findings: a.findings(), language: a.language()))
    case "sayMatchField":
        let field = try matchFieldFromJson(text: a.json("field"))
        return try textToJson(value: sayMatchField(field: field, language: a.language()))
    case "sayAgreement":
        let agreement = try agreementFromJson(text: a.json("agreement"))
        return try textToJson(value: sayAgreement(agreement: agreement, language: a.language()))
    case "sayUnsureReason":
        let reason = try unsureReasonFromJson(text: a.json("reason"))
        return try textToJson(value: sayUnsureReason(reason: reason, language: a.language()))
    default: return nil
    }
}
