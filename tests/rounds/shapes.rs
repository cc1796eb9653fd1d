//! What stands on a line of a plan.

/// A line with a key.
pub struct Shape<'a> {
    pub inset: usize,
    dash: bool,
    pub key: &'a str,
    /// All behind the colon.
    pub rest: &'a str,
    pub value: &'a str,
}

impl<'a> Shape<'a> {
    /// A value without quotes, braces or remarks.
    pub fn plain(&self) -> Option<&'a str> {
        let odd = self.value.is_empty() || self.value.contains([':', '#', '"', '\'', '{', '[', '|', '>']);
        (!odd).then_some(self.value)
    }

    /// What stands before the key.
    pub fn start(&self) -> String {
        format!("{}{}", " ".repeat(self.inset), if self.dash { "- " } else { "" })
    }
}

/// The shape of a line, when it has a key.
pub fn shape(line: &str) -> Option<Shape<'_>> {
    let trimmed = line.trim_start_matches(' ');
    let (dash, content) = trimmed.strip_prefix("- ").map_or((false, trimmed), |content| (true, content));
    let (key, rest) = content.split_once(':')?;
    let is_name = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_pair = rest.is_empty() || rest.starts_with(' ');
    let inset = line.len() - trimmed.len();
    (is_name && is_pair).then(|| Shape { inset, dash, key, rest, value: rest.trim() })
}

pub fn is_kind(value: &str) -> bool {
    ["nieuw", "continuering", "doorontwikkeling", "verdieping", "onderhoud"].contains(&value)
}

/// Where dates stand in a line that is no remark.
pub fn dates(line: &str) -> impl Iterator<Item = usize> {
    let code = line.split('#').next().unwrap();
    let is_date = |at: &usize| {
        let bytes = &code.as_bytes()[*at..*at + 10];
        bytes
            .iter()
            .zip(b"0000-00-00")
            .all(|(byte, form)| if *form == b'-' { byte == form } else { byte.is_ascii_digit() })
    };
    (0..code.len().saturating_sub(9)).filter(move |at| is_date(at))
}

/// A month in Dutch and in English.
pub fn months(number: &str) -> (&'static str, &'static str) {
    let all = [
        ("januari", "January"),
        ("februari", "February"),
        ("maart", "March"),
        ("april", "April"),
        ("mei", "May"),
        ("juni", "June"),
        ("juli", "July"),
        ("augustus", "August"),
        ("september", "September"),
        ("oktober", "October"),
        ("november", "November"),
        ("december", "December"),
    ];
    all[number.parse::<usize>().unwrap() - 1]
}
