//! Help in plain words, one answer a field: what goes there, and an example.

/// Help with a field; empty where its label says it all.
pub(super) fn help(field: &str) -> &'static str {
    match field {
        "title" => {
            "Name the thing and what it did: “Checkout timed out after a cache was emptied”. Leave out names of companies, products and people; we take them out anyway."
        }
        "synopsis" => {
            "25 to 30 words: what changed, what failed, who felt it, what ended it. It stands under the title in lists and search results."
        }
        "summary" => {
            "What you would tell a colleague in another company in two minutes. The accounts below have room for the details."
        }
        "narrative_text" => {
            "Tell it forwards, with what was known at each point, as you would tell a colleague. What you tried in vain helps others as much as what worked. 200 to 350 words are usual; ten times as many are fine."
        }
        "narrative_perspective" => {
            "What you were there as, never who you are. A report may be told by several: a second person can add an account of their own."
        }
        "timeline" => {
            "Times are counted from the first event, so that no clock tells which day it was. Example: “+12m alert: error rate above 5 %”. After the time, #impact, #repair and the like say what sort of event it was."
        }
        "mitigations" => {
            "Example: “no effect: restarted the workers”, then “worked: turned off retries”. What did not work saves others the time."
        }
        "factors" => {
            "Several things had to come together; write each on a line. Below it, indented, what lay behind it. Example: “No limit on retries”, and below, two spaces in, “The library’s default was never changed”. There is no field for the one cause. An indent that does not fit is not an error: you see how we read it and can move it."
        }
        "helped" => {
            "People, habits, tools or design that kept it from getting worse, or made it short."
        }
        "luck" => {
            "What might as well have been otherwise: the right person was awake, it was a quiet hour, a half-finished change was still behind a flag."
        }
        "actions" => {
            "Example: “short, done: limit retries to three”. What changes the system holds longer than what asks people to take care; say both."
        }
        "lessons" => "What you would tell somebody who builds the same tomorrow.",
        "impact" => "Which users could not do what, for how long. Rough shares are enough.",
        "detection" => {
            "What told you: an alarm, a person, a customer, chance. And what could have told you sooner."
        }
        "technologies" => {
            "What had a part in it, by its usual name; major versions are enough. Names of your own systems do not belong here: they are taken out."
        }
        "period" => {
            "About when it happened. A quarter hides you better than a month, a year better still. Leave it empty if you would rather not say."
        }
        "kind" => {
            "Change it if the report turns out to be something else; the questions change with it when you look again."
        }
        "severity" => {
            "As you saw it: 1 if hardly anybody noticed, 5 if the organisation or people were in danger."
        }
        "hours" => {
            "A quarter of the day where you were, so that others see whether it was at night."
        }
        "events" => {
            "The first thing somebody saw from outside. You can tick more when you look it over."
        }
        "triggers" => {
            "What was different from the minute before. It is kept apart from what contributed: a trigger finds a weakness, it does not make it."
        }
        "failure_modes" => {
            "The pattern by which it failed, as near as the list comes. Choose “not sure” and we suggest some from your words; an analyst looks, too."
        }
        "declared" => {
            "We find most names by ourselves. Only you know that “Heron” is your billing system and not a bird: each name on this list makes the report safer."
        }
        "sector" | "size" | "continent" => {
            "Others learn more if they know it, and few organisations share all three. The next page tells how many reports do, and offers a wider choice."
        }
        "hosting" => "Where the part that failed runs.",
        "operating_model" => "Whether the people who build it also run it.",
        "extent" => "The share at its worst. A guess is fine.",
        "duration" => "From the first who felt it to the last.",
        "reversibility" => "Whether everything could be put back as it was: data, orders, trust.",
        "delay" => "From when it began to when somebody knew.",
        _ => "",
    }
}
