//! Numbers as people write them -> exact numbers. What could be two numbers is neither.

use rust_decimal::Decimal;

/// What a number is for; that decides what its signs can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Number,
    Whole,
    /// Euro, with or without the sign.
    Money,
    /// 0 to 100, with or without the sign.
    Percentage,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// It is none.
    No,
    /// It can be either of these: a point that divides thousands, or one before decimals.
    Either(Decimal, Decimal),
}

/// Reads a number that is not negative, with at most twelve digits before and four behind the comma.
///
/// # Errors
///
/// When it is no number, or could be two.
pub fn read_number(text: &str, form: Form) -> Result<Decimal, Misread> {
    let bare = match form {
        Form::Number | Form::Whole => text.trim(),
        Form::Money => text.trim().trim_start_matches('€').trim(),
        Form::Percentage => text.trim().trim_end_matches('%').trim(),
    };
    let found = match bare.split_once(',') {
        Some((whole, part)) => with_comma(whole, part, form),
        None => without_comma(bare, form),
    }?;
    let fits = match form {
        Form::Whole => found.scale() == 0,
        Form::Percentage => found <= Decimal::ONE_HUNDRED,
        Form::Number | Form::Money => true,
    };
    if fits { Ok(found) } else { Err(Misread::No) }
}

/// Two numbers multiplied; none when the outcome has more digits than are kept, for nothing is rounded.
#[must_use]
pub fn exact_product(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (one, other) = (one.normalize(), other.normalize());
    let product = one.checked_mul(other)?;
    (product.is_zero() || product.scale() == one.scale() + other.scale()).then_some(product)
}

/// Two numbers added; none when the outcome has more digits than are kept.
#[must_use]
pub fn exact_sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (one, other) = (one.normalize(), other.normalize());
    let sum = one.checked_add(other)?;
    let exact = if sum.is_zero() { one == -other } else { sum.scale() == one.scale().max(other.scale()) };
    exact.then_some(sum)
}

/// `1.250,50`: before a comma a point can only divide thousands. Three digits behind it may be thousands too, the English
/// way, unless there is nothing to count these in (`0,500`), or so many cannot be (a percentage).
fn with_comma(whole: &str, part: &str, form: Form) -> Result<Decimal, Misread> {
    let digits = if whole.contains('.') { thousands(whole).ok_or(Misread::No)? } else { whole.to_owned() };
    let found = decimal(&digits, part).filter(|_| !part.is_empty()).ok_or(Misread::No)?;
    let english = part.len() == 3 && !whole.contains('.') && whole.bytes().any(|digit| digit != b'0');
    match decimal(&format!("{digits}{part}"), "").filter(|_| english) {
        Some(meant) => either(meant, found, form),
        None => Ok(found),
    }
}

fn without_comma(text: &str, form: Form) -> Result<Decimal, Misread> {
    let Some((whole, part)) = text.split_once('.') else { return decimal(text, "").ok_or(Misread::No) };
    let grouped = thousands(text).and_then(|digits| decimal(&digits, ""));
    let decimals = decimal(whole, part).filter(|_| !part.is_empty());
    match (grouped, decimals, form) {
        // Nobody writes thousandths of a euro.
        (Some(grouped), None, _) | (Some(grouped), Some(_), Form::Whole | Form::Money) => Ok(grouped),
        (Some(grouped), Some(decimals), Form::Number | Form::Percentage) => either(grouped, decimals, form),
        (None, Some(decimals), Form::Number | Form::Money | Form::Percentage) => Ok(decimals),
        (None, _, _) => Err(Misread::No),
    }
}

/// Two numbers that a text can be, where both can be meant.
fn either(grouped: Decimal, decimals: Decimal, form: Form) -> Result<Decimal, Misread> {
    match form {
        Form::Number | Form::Money => Err(Misread::Either(grouped, decimals)),
        Form::Percentage => Ok(decimals),
        Form::Whole => Err(Misread::No),
    }
}

/// The digits of `70.000` or `1.250.000`: groups of three behind a first group that does not begin with a zero.
fn thousands(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// Digits before and behind the comma; sixteen at most, which always fit.
fn decimal(whole: &str, part: &str) -> Option<Decimal> {
    let sound = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 4 || !sound(whole) || !sound(part) {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes()).fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some(Decimal::new(digits, u32::try_from(part.len()).ok()?))
}
