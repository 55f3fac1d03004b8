//! A person's error as the cause: it ends the search where it ought to begin.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::HumanErrorAsCause,
    message: "A person's error explains little: most people would have done the same there.",
    suggestion: "What in the tool, the interface, the documents or the load made it likely?",
    patterns: &[
        r"human[- ]errors?\b",
        r"operator[- ]errors?\b",
        r"(?:admin|pilot|driver|engineer|developer|manual|personal|individual)(?:'s)? errors?\b",
        r"user[- ]error\b",
        r"human (?:mistakes?|failure|factor failure)\b",
        r"fat[- ]?finger(?:ed|ing|s)?\b",
        r"pebkac\b",
        r"PEOPLE (?:was|were|is|are) (?:entirely |clearly |solely )?at fault\b",
        r"due to (?:the )?(?:\w+ )?(?:negligence|carelessness|inattention|lack of attention)\b",
    ],
    except: &[
        r"(?:prevent|prevents|preventing|prevented|avoid|avoids|avoiding|reduce|reduces|reducing|against|eliminate|eliminating|minimi[sz]e|minimi[sz]ing|limit|limiting|catch|catching|detect|detecting|tolerate|tolerates|tolerant of|resilient to|prone to|room for|risk of|risk for|risks of|chance of|chances of|chance for|possibility of|potential for|likelihood of|opportunity for|scope for|error-prone or) (?:\w+ ){0,2}(?:human|operator|manual|user)[- ](?:errors?|mistakes?)",
        r"(?:user|admin|driver|developer) errors? (?:rate|rates|message|messages|page|pages|log|logs|count|counts|code|codes|budget|reports?)",
        r"driver errors?",
        r"(?:server|service|node|disk|router|switch|firewall|vendor|provider|network|proxy|database|cable|driver|cache|cluster) (?:was|were|is|are) (?:entirely |clearly |solely )?at fault",
    ],
    unless: &[
        r"(?:assumed|suspected|suspect|ruled out|guessed) (?:to be |it was |that it was |a |an )?(?:human|user|operator)",
        r"\bnever\b|symptom|(?:not|isn't|rather than|instead of|avoid|beyond|blaming) (?:\w+ ){0,3}(?:human|operator|user)",
    ],
};
