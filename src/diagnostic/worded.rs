//! An enum whose cases each have a word for machines, and where people read them a text.
//!
//! In: the cases, each with its word, or with both. Out: the enum, all its cases in order, and these as functions. So a case is said in
//! one place, and none can be forgotten.

macro_rules! worded {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$note:meta])* $case:ident = $word:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$note])* $case),+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$case),+];

            /// The stable word, in files and in the machine formats.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$case => $word),+
                }
            }
        }
    };
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$note:meta])* $case:ident = $word:literal, $text:literal;)+ }) => {
        $crate::diagnostic::worded! {
            $(#[$about])*
            pub enum $name {
                $($(#[$note])* $case = $word;)+
            }
        }

        impl $name {
            /// The message that says it.
            #[must_use]
            pub fn text_id(self) -> &'static str {
                match self {
                    $(Self::$case => $text),+
                }
            }
        }
    };
}

pub(crate) use worded;
