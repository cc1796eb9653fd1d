//! Parsed clause -> tree: records and fields.

use super::build::{Built, ident, idents, incomplete, quoted};
use super::build_expr::cond;
use super::node::Node;
use super::pest_parser::Rule;
use super::tree::{Body, Field, FieldType, Required};

pub fn data_head(node: &Node) -> Built<Body> {
    Ok(Body::Gegevens { id: ident(node)?, label: quoted(node).ok() })
}

pub fn field(node: &Node) -> Built<Field> {
    let mut required = Required::No;
    let mut short_form = false;
    for option in node.all(Rule::field_option).filter_map(Node::first) {
        match option.rule {
            Rule::required => required = Required::Always,
            Rule::required_later => required = Required::AtAccounting,
            Rule::required_if => {
                required = Required::If(cond(option.find(Rule::cond).ok_or_else(|| incomplete(node))?)?);
            }
            _ => short_form = true,
        }
    }
    let ty = field_type(node.find(Rule::ftype).ok_or_else(|| incomplete(node))?)?;
    Ok(Field { id: ident(node)?, ty, required, short_form, label: quoted(node).ok() })
}

fn field_type(node: &Node) -> Built<FieldType> {
    let inner = node.first().ok_or_else(|| incomplete(node))?;
    Ok(match inner.rule {
        Rule::list_type => {
            FieldType::List(Box::new(field_type(inner.find(Rule::ftype).ok_or_else(|| incomplete(node))?)?))
        }
        Rule::record_type => FieldType::Record(ident(inner)?),
        Rule::option_type => FieldType::OneOf(idents(inner)),
        Rule::whole_type => FieldType::Whole,
        Rule::yes_no_type => FieldType::YesNo,
        _ => plain_type(inner.first().ok_or_else(|| incomplete(node))?),
    })
}

fn plain_type(word: &Node) -> FieldType {
    match word.rule {
        Rule::k_getal => FieldType::Number,
        Rule::k_bedrag => FieldType::Money,
        Rule::k_percentage => FieldType::Percentage,
        Rule::k_datum => FieldType::Date,
        Rule::k_kwartaal => FieldType::Quarter,
        Rule::k_agb_code => FieldType::Agb,
        Rule::k_e_mailadres => FieldType::Email,
        Rule::k_bestand => FieldType::File,
        _ => FieldType::Text,
    }
}
