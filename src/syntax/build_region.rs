//! Parsed clause -> clause of the tree: leidraad, werkplan, and what is said about the region as a whole.

use super::build::{Built, date, ident, incomplete, ints, period, quoted, text};
use super::build_expr::{expr, measure_word, operand, path, targets};
use super::node::Node;
use super::pest_parser::Rule;
use super::tree::{Body, Expr, Quoted};

/// Builds one of these clauses.
pub fn clause(node: &Node) -> Built<Body> {
    let child = |rule: Rule| node.find(rule).ok_or_else(|| incomplete(node));
    Ok(match node.rule {
        Rule::guide_head => Body::Leidraad { id: ident(node)? },
        Rule::edition => {
            let mut texts = strings(node);
            let (label, version) = (texts.pop(), texts.pop());
            let (version, label) = version.zip(label).ok_or_else(|| incomplete(node))?;
            Body::LeidraadVersie { version, label }
        }
        Rule::offers => Body::Biedt {
            at_least: ints(node).first().copied().ok_or_else(|| incomplete(node))?,
            targets: targets(node)?,
        },
        Rule::rendering_head => Body::Weergave { id: ident(node)?, title: quoted(node)? },
        Rule::growth => {
            Body::Groei { period: period(child(Rule::period)?)?, element: ident(node)?, says: quoted(node)? }
        }
        Rule::work_head => Body::Werkplan { id: ident(node)?, version: quoted(node)? },
        Rule::valid => {
            let mut dates = node.all(Rule::date);
            let from = date(dates.next().ok_or_else(|| incomplete(node))?)?;
            Body::Geldt { from, to: date(dates.next().ok_or_else(|| incomplete(node))?)? }
        }
        Rule::whole_region => Body::HeleRegio,
        Rule::indicator_head => Body::Indicator { id: ident(node)?, title: quoted(node)? },
        Rule::calculate => Body::Bereken {
            value: expr_in(node)?,
            divisor: node.find(Rule::divided_by).map(expr_in).transpose()?,
            percentage: node.has(Rule::as_percentage),
        },
        Rule::target_value => {
            let measure = child(Rule::measure)?;
            let word = measure.find(Rule::measure_word).ok_or_else(|| incomplete(node))?;
            Body::Streefwaarde { measure: measure_word(word), operand: operand(measure)? }
        }
        Rule::overview_head => Body::Overzicht { id: ident(node)?, title: quoted(node)? },
        Rule::per => Body::Per(path(child(Rule::path)?)),
        _ => Body::Toont { label: quoted(node)?, value: expr_in(node)? },
    })
}

fn expr_in(node: &Node) -> Built<Expr> {
    expr(node.find(Rule::expr).ok_or_else(|| incomplete(node))?)
}

fn strings(node: &Node) -> Vec<Quoted> {
    node.all(Rule::string).map(text).collect()
}
