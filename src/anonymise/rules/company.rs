//! The company that people keep: words beside names, by what they say of them.

use std::sync::LazyLock;

use crate::anonymise::table::Words;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        $($(#[$doc])* pub(super) static $name: LazyLock<Words> = LazyLock::new(|| Words::of($words));)*
    };
}

lists! {
    /// What people have and machines do not.
    BELONGINGS = "account advice answer apology baby badge bike birthday boss brother car cat colleague cousin \
        daughter deputy desk dog email father fault fix flat flight guess hand handover hands help holiday \
        home house hunch husband hypothesis idea keyboard kids kitchen laptop leave list machine mail \
        manager message mistake mother name nan notebook notes office parents password pencil people phone \
        predecessor question replacement request screen screenshot script sentence shift shoulder sister son \
        status successor suggestion swap team theories theory train voice wedding wife word words \
        workstation";
    /// Parts of a company that people are in and software is not.
    DEPARTMENTS = "accounting accounts analytics audit billing claims comms communications compliance design dispatch \
        editorial engineering facilities finance hr infra legal logistics maintenance marketing networking \
        operations ops payroll planning platform press procurement production purchasing quality reception \
        research risk sales security storage support treasury warehouse";
    /// Where somebody can be from: "from the press desk".
    WORKPLACES = "agency branch company counter desk lab office shop team ward";
    /// What people are to the author: "your colleague".
    COLLEAGUES = "boss colleague consultant contractor developer director doctor engineer friend intern manager nurse \
        teammate technician";
    /// What stands before "to" and "by" when somebody follows.
    OWED = "according approved assigned credit escalated handed kudos listened owned prepared reported reviewed \
        signed spoke spoken spotted talked thanks written";
    /// What may stand between somebody and a verb.
    ADVERBS = "again already also always both first herself himself just later never now often once soon still then";
    /// How a sentence goes on when somebody is spoken to: "Grace, when you".
    OPENERS = "are can could did do have how i please thank thanks what when where will would you your";
    /// What follows a verb that somebody does something with: "renames the", "put his".
    OBJECTS = "all at both down everyone everything for her him his in into it its me my nothing off on our out \
        that them to two up us what";
    /// What somebody is and machines are not: "was asleep".
    STATES = "asked asleep away back busy called driving first home ill joined kind never off on out paged right \
        sick told";
    /// Names of people that nobody means as a name where they are written small.
    NEVER_SMALL = "add age ally among author baby beat bent brain branch can captain carry case conception constant \
        council desire dot early else emit even ever far fate fed floor general golden governor hall hang \
        harden harm harsh hence hung infant jail joke journey judge kick lady less liberty line little loan \
        long lot made major male manual many media metro mile minor neat noble north odd only oral orange \
        over owe own page pages par per pink pleasant please price prior ran reason red rich run rush sad \
        said sang season see side sing sister some soon star sung tea till tiny tone tore toy true unique \
        unknown urban wage wash well west will wing worth young";
}
