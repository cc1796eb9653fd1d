//! Small changes of a value, one at a time: the frame in which the parts of a rule are changed.

use crate::diagnostic::Text;

/// A value with one small change in it.
#[derive(Clone, Debug)]
pub struct Variant<T> {
    pub value: T,
    /// The change in words, before and after, where the words of the whole do not show it.
    pub said: Option<(Text, Text)>,
    /// A number, date or length of time is one further: that asks for an example on the boundary.
    pub limit: bool,
}

impl<T> Variant<T> {
    /// A boundary that lies one further.
    pub fn limit(value: T) -> Self {
        Self { value, said: None, limit: true }
    }

    pub fn other(value: T) -> Self {
        Self { value, said: None, limit: false }
    }

    /// The same change, in what holds the value.
    pub fn map<U>(self, into: impl FnOnce(T) -> U) -> Variant<U> {
        Variant { value: into(self.value), said: self.said, limit: self.limit }
    }

    pub fn saying(self, before: Text, after: Text) -> Self {
        Self { said: Some((before, after)), ..self }
    }
}

/// Lists in which one member is changed.
pub fn in_one<T: Clone>(list: &[T], vary: impl Fn(&T) -> Vec<Variant<T>>) -> Vec<Variant<Vec<T>>> {
    let with = |at: usize, value: T| {
        let mut list = list.to_vec();
        if let Some(place) = list.get_mut(at) {
            *place = value;
        }
        list
    };
    let each = |(at, one): (usize, &T)| {
        vary(one).into_iter().map(|variant| variant.map(|value| with(at, value))).collect::<Vec<_>>()
    };
    list.iter().enumerate().flat_map(each).collect()
}

/// Lists in which one member is left out; a list of one is left alone.
pub fn without_one<T: Clone>(list: &[T]) -> Vec<Vec<T>> {
    if list.len() < 2 { Vec::new() } else { (0..list.len()).map(|at| without(list, at)).collect() }
}

/// The list without a member.
pub fn without<T: Clone>(list: &[T], at: usize) -> Vec<T> {
    list.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, one)| one.clone()).collect()
}
