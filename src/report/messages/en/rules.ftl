# English texts of mtvp, in plain words: rules as sentences. The Dutch texts are in ../nl/rules.ftl.

## Rules in sentences
say-rule-scope = This rule applies { $scope }.
say-rule-if = Only if { $cond }.
say-rule-for-each = For each of the { $set }.
say-rule-for-same = For each of the { $set }, together with those with the same { $field }.
say-not-double = No choice counts twice: each choice counts for only one of the demands.
say-not-double-with = A choice that counts here does not count for rule { $rules } too.
say-rule-named = `{ $id }` ({ $title })
say-rule-asks = Asked: { $demand }.
say-judged = { $by } reviews this: { $about }
say-planned = What is still to take place on the reference date counts here too, also when accounting.
say-at-accounting = This only counts when accounting for the year.
say-not-yet = The rule is not in force yet. “{ $reason }”
say-in-force-from = The rule is in force from { $date }. Before that day it gives a warning.
say-in-force-until = The rule is in force up to and including { $date }.
say-consequence = { $case }, the result is: { $outcome }.
say-consequence-if = { $case }, the result is: { $outcome }, if { $cond }.
say-else = Does the one before not hold? { $said }
say-else-due = Is this the accounting? { $said }
say-otherwise = In all other cases in which it is not met, the result is: { $outcome }.
say-case-met = If this is met
say-case-not-met = If this is not met
say-case-missing = If information is missing
say-outcome-violation = violation
say-outcome-warning = warning
say-outcome-review = to be reviewed by { $by }
say-outcome-later = due later, when accounting for the year
say-outcome-not-verifiable = cannot be checked
say-outcome-fine = all right
say-scope-once = to the plan as a whole
say-scope-region = to the whole region, all plans together
say-scope-region-each-year = to the whole region, in every calendar year
say-scope-region-in = to the whole region, { $periods }
say-scope-own-year = in the year of the plan
say-scope-own-year-in = in the year of the plan, { $periods }
say-scope-each-year = in every year
say-scope-in = { $periods }
say-scope-together = in the years { $years } together
say-scope-when-chosen = in every year in which this intervention is chosen
say-scope-when-chosen-in = if this intervention is chosen, { $periods }
say-word = `{ $word }`{ word-meaning }
word-meaning = { $word ->
    [aanbieder] { " " }(provider)
    [aanmelddatum] { " " }(day of applying)
    [aanpak] { " " }(approach)
    [aantal] { " " }(number)
    [accreditatie] { " " }(accreditation)
    [actie] { " " }(action)
    [adres] { " " }(address)
    [afspraak] { " " }(agreement)
    [afspraken] { " " }(agreements)
    [agb] { " " }(AGB code)
    [agenda] { " " }(agenda)
    [analyse] { " " }(analysis)
    [beschrijving] { " " }(description)
    [bestand] { " " }(file)
    [bewijs] { " " }(evidence)
    [bijeenkomst] { " " }(meeting)
    [bijeenkomsten] { " " }(meetings)
    [code] { " " }(code)
    [contactpersonen] { " " }(contact persons)
    [contactpersoon] { " " }(contact person)
    [datum] { " " }(date)
    [deelname] { " " }(attendance)
    [deelnemer] { " " }(who attended)
    [deelnemers] { " " }(who attended)
    [doel] { " " }(goal)
    [doelstelling] { " " }(goal)
    [e-mail] { " " }(e-mail address)
    [eigen-voorstel] { " " }(proposal of your own)
    [evaluatie] { " " }(evaluation)
    [financiering] { " " }(how it was paid)
    [functie] { " " }(job)
    [functies] { " " }(jobs)
    [gereed] { " " }(when it is done)
    [groep] { " " }(group)
    [ingediend] { " " }(day of handing in)
    [ingevoerd] { " " }(when it was introduced)
    [inhoud] { " " }(what it is about)
    [initialen] { " " }(initials)
    [interventie] { " " }(intervention)
    [interventies] { " " }(interventions)
    [intervisie] { " " }(peer review meeting)
    [intervisies] { " " }(peer review meetings)
    [jaar] { " " }(year)
    [jaren] { " " }(years)
    [kalenderjaar] { " " }(calendar year)
    [kernelement] { " " }(core element)
    [keuze] { " " }(choice)
    [keuzes] { " " }(choices)
    [medewerker] { " " }(member of staff)
    [medewerkers] { " " }(staff)
    [meetbaar] { " " }(how it is measured)
    [meting] { " " }(measurement)
    [metingen] { " " }(measurements)
    [naam] { " " }(name)
    [nascholing] { " " }(refresher training)
    [niveau] { " " }(level)
    [nulmeting] { " " }(first measurement)
    [omschrijving] { " " }(description)
    [onderbouwing] { " " }(why)
    [ondertekening] { " " }(signature)
    [onderwerp] { " " }(subject)
    [opgevolgd] { " " }(carried out)
    [organisatie] { " " }(organisation)
    [overeenkomst] { " " }(agreement in writing)
    [overeenkomsten] { " " }(agreements in writing)
    [overleg] { " " }(meeting)
    [partij] { " " }(with whom)
    [partners] { " " }(partners)
    [personen] { " " }(persons)
    [persoon] { " " }(person)
    [plaats] { " " }(place)
    [praktijk] { " " }(practice)
    [praktijkbezoek] { " " }(visit to the practice)
    [praktijkbezoeken] { " " }(visits to the practice)
    [praktijken] { " " }(practices)
    [praktijkhouder] { " " }(practice owner)
    [praktijkhouders] { " " }(practice owners)
    [praktijkscan] { " " }(scan of the practice)
    [producten] { " " }(products)
    [regioplan] { " " }(regioplan)
    [resultaat] { " " }(result)
    [resultaten] { " " }(results)
    [scholing] { " " }(training)
    [scholingen] { " " }(trainings)
    [smart-doel] { " " }(SMART goal)
    [soort] { " " }(kind)
    [stand] { " " }(state)
    [stappen] { " " }(steps)
    [startdatum] { " " }(first day)
    [startkwartaal] { " " }(start quarter)
    [taak] { " " }(task)
    [taken] { " " }(tasks)
    [telefoon] { " " }(telephone number)
    [toelichting] { " " }(explanation)
    [training] { " " }(training)
    [trainingen] { " " }(trainings)
    [uren-per-week] { " " }(hours a week)
    [vacatures] { " " }(vacancies)
    [variant] { " " }(variant)
    [verantwoording] { " " }(accounting)
    [verbeteractie] { " " }(action to improve)
    [verbeteracties] { " " }(actions to improve)
    [verdieping] { " " }(deepening)
    [voortgang] { " " }(progress)
    [vorm] { " " }(form)
    [werkwijze] { " " }(way of working)
    [wijksamenwerkingsverband] { " " }(partnership in the neighbourhood)
   *[other] { "" }
  }
say-path = { $inner } of { $outer }
say-path-of-each = { $inner } of the { $outer }
named = { $said }
say-field = { $label }{ $meaning }
say-label = “{ $label }”
say-kind = { $kind ->
    [nieuw] `nieuw` (new)
    [continuering] `continuering` (going on)
    [doorontwikkeling] `doorontwikkeling` (developing further)
    [verdieping] `verdieping` (deepening)
    [onderhoud] `onderhoud` (keeping up)
   *[other] `{ $kind }`
  }
say-period-always = every year
say-period-in-year = in year { $years }
say-period-in-years = in each of the years { $years }
say-period-from-year = from year { $year }
say-period-until-year = up to and including year { $year }
say-period-in-calendar = in calendar year { $year }
say-period-from-calendar = from calendar year { $year }
say-period-until-calendar = up to and including calendar year { $year }
say-period-from-date = from { $date }
say-period-until-date = up to and including { $date }
say-period-between = from { $from } up to and including { $to }
say-choose = { $amount } out of { $selector }
say-chosen = the plan chooses { $amount } out of { $selector }
say-out-of-field = the field { $field }
say-selector = { $targets }{ $kinds }{ $qualifier }
say-selector-each = each of { $targets }{ $kinds }{ $qualifier }
say-kinds = { " " }with kind { $kinds }
say-chosen-earlier = { " " }(chosen earlier)
say-not-chosen-earlier = { " " }(not chosen earlier)
say-chosen-year-before = { " " }(chosen the year before)
say-not-chosen-year-before = { " " }(not chosen the year before)
say-also-chosen-earlier = { " " }(in that year, and earlier too)
say-also-chosen-year-before = { " " }(in that year, and in the year before too)
say-also-chosen-in-year = { " " }(in that year, and in year { $year } too)
say-chosen-in-year = { " " }(chosen in year { $year })
say-not-chosen-in-year = { " " }(not chosen in year { $year })
say-amount-at-least = at least { $share }
say-amount-at-most = at most { $share }
say-amount-exactly = exactly { $share }
say-amount-all = every one
say-amount-none = none
say-amount-all-or-none = every one or none
say-half = half
say-percent = { $number }%
say-number = { $number }
say-euro = { $number } euro
say-half-of = half of { $value }
say-percent-of = { $number }% of { $value }
say-quantified = { $amount } of the { $set }: { $demand }
say-shared = ‘{ $title }’ applies ({ $lines })
say-shared-not = ‘{ $title }’ does not apply ({ $lines })
say-times = { $factor } times { $value }
say-plus = { $left } plus { $right }
say-minus = { $left } minus { $right }
say-set-of = { $list } of the { $set }
say-count-distinct-of = number of different { $set }
say-sum-of = sum of the { $set }
say-compare = { $left } { $comparison }
say-filled = is filled in
say-not-filled = is not filled in
say-empty-or = is not filled in or { $that }
say-yes = is `ja` (yes)
say-no = is `nee` (no)
say-at-least = is at least { $value }
say-at-most = is at most { $value }
say-exactly = is exactly { $value }
say-more-than = is more than { $value }
say-less-than = is less than { $value }
say-age-at-most = is at most { $duration } old
say-age-at-most-on = is at most { $duration } old on { $moment }
say-age-at-least = is at least { $duration } old
say-age-at-least-on = is at least { $duration } old on { $moment }
say-no-later-than = is no later than { $moment }
say-from = is not before { $moment }
say-before = is before { $moment }
say-after = is after { $moment }
say-on = is on { $moment }
say-one-of = is { $values }
say-not-one-of = is not { $values }
say-contains = contains { $values }
say-not-contains = does not contain { $values }
say-quarter = quarter { $number } of { $year }
say-choices = choices
say-practices = practices
say-of-practices = { $set } of all practices
say-those = { $name } together
say-in-that-year = { " " }in that year
say-in-that-calendar-year = { " " }in that calendar year
say-filter = { $cond }
say-filters = { " " }where { $filters }
say-set = { $name }{ $that }{ $filters }
say-it = the item
say-count = the number of { $set }
say-count-distinct = number of { $set } with a different { $field }
say-earliest = the earliest { $field } of the { $set }
say-latest = the latest { $field } of the { $set }
say-lowest = the lowest { $field } of the { $set }
say-highest = the highest { $field } of the { $set }
say-earliest-of = the earliest of the { $set }
say-latest-of = the latest of the { $set }
say-lowest-of = the lowest of the { $set }
say-highest-of = the highest of the { $set }
say-sum = the sum of { $field } of the { $set }
say-days = { $count ->
    [one] 1 day
   *[other] { $count } days
  }
say-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
  }
say-months = { $count ->
    [one] 1 month
   *[other] { $count } months
  }
say-years = { $count ->
    [one] 1 year
   *[other] { $count } years
  }
say-yearly = { $day } { $month } of that calendar year
say-reference-date = the reference date
say-year-start = the start of that year
say-year-end = the end of that year
say-after-moment = { $duration } after { $moment }
say-quarter-start = the first day of { $quarter }
say-before-moment = { $duration } before { $moment }
say-evidence = evidence of kind { $kinds }
say-evidence-of = evidence of kind { $kinds } { $years }
say-in-earlier-year = in an earlier year
say-in-this-or-earlier-year = in this year or an earlier one
say-list-of-years = { $name } { $years }
say-evidence-with = { $evidence }, where { $extra }
