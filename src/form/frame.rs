//! The first section: what every plan says of itself, whatever its region asks.

use crate::diagnostic::Text;
use crate::plan::{KEYS, Node};

use super::data::{Field, Input, Need, NeedLevel, Part, Word};
use super::making::Making;

/// The fields at the top of a plan that a practice fills in itself; of the others only what stands there already.
pub fn parts(making: &Making<'_>, root: Option<&Node<'_>>) -> Vec<Part> {
    let keys = KEYS.into_iter().filter(|key| !matches!(*key, "praktijk" | "jaren"));
    keys.filter_map(|key| field(making, key, root)).map(Part::Field).collect()
}

fn field(making: &Making<'_>, key: &'static str, root: Option<&Node<'_>>) -> Option<Field> {
    let model = making.model;
    let value = root.and_then(|root| root.get(key)).filter(|(_, value)| !value.is_blank());
    let value = value.and_then(|(_, value)| value.text()).map(|text| text.trim().to_owned());
    let word = |value: String, label: String| Word { value, label };
    let (label, about, input, level) = match key {
        "regioplan" => {
            let options = vec![word(model.full_id(), model.document.clone())];
            ("form-regioplan", None, Input::Choose { options }, NeedLevel::Always)
        }
        "startkwartaal" => ("form-start", Some("form-start-about"), Input::Quarter, NeedLevel::Always),
        "jaar" => {
            let years = making.asks.programme.years().map(|year| word(year.to_string(), year.to_string()));
            ("form-for-year", None, Input::Choose { options: years.collect() }, NeedLevel::Always)
        }
        "ingediend" => ("form-handed-in", Some("form-handed-in-about"), Input::Date, NeedLevel::Optional),
        "kalenderjaar" => ("form-calendar-year", Some("form-calendar-year-about"), Input::Number, NeedLevel::Optional),
        "verantwoording" => {
            let yes_no = ["ja", "nee"].map(|said| word(said.to_owned(), said.to_owned()));
            let input = Input::Choose { options: yes_no.into() };
            ("form-accounting", Some("form-accounting-about"), input, NeedLevel::Optional)
        }
        _ => return None,
    };
    let said = match level {
        NeedLevel::Optional => (making.say)(&Text::new("form-need-not")),
        NeedLevel::Always | NeedLevel::Sometimes | NeedLevel::Later => String::new(),
    };
    Some(Field {
        id: key.to_owned(),
        label: (making.say)(&Text::new(label)),
        about: about.map(|about| (making.say)(&Text::new(about))),
        hint: String::new(),
        input,
        need: Need { level, said },
        sources: Vec::new(),
        value,
    })
}
