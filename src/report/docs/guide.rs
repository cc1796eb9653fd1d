//! A leidraad: its editions, what it asks of a regioplan, its interventions, and its growth models.

use crate::model::{Leidraad, OfferDemand, Rendering, say_period};

use super::super::show_more::offers;
use super::{Row, Word, Writer, anchor, code, line, row, said};

impl Writer<'_, '_> {
    pub fn guide(&mut self, guide: &Leidraad) {
        let model = self.model;
        self.reasons(&model.reasons);
        self.part("versies", "docs-editions");
        let rows = guide.editions.iter().map(|one| row([code(&one.version), said(&one.label)]));
        let rows: Vec<Row> = rows.collect();
        let head = self.heads(&["show-version", "show-what"]);
        self.table(self.words("docs-editions"), head, rows);
        if !guide.offer_demands.is_empty() {
            self.part("regels", "docs-guide-rules");
            guide.offer_demands.iter().for_each(|demand| self.offer_demand(demand));
        }
        self.part("interventies", "docs-interventions");
        for (id, element) in model.elements.pairs() {
            self.heading(3, anchor("kernelement", &element.id), said(&element.label), true);
            self.reasons(&element.reasons);
            let rows: Vec<Row> = model
                .interventions_of(id)
                .map(|(_, one)| Row {
                    id: Some(anchor("interventie", &one.id)),
                    cells: vec![
                        line(said(&one.label)),
                        line(code(&one.id)),
                        line(said(&one.also_known.join(", "))),
                        one.reasons.explanation.iter().map(|text| said(text)).collect(),
                        line(self.links(&one.reasons.sources)),
                    ],
                })
                .collect();
            let head = ["docs-intervention", "show-id", "show-also-known", "explain-why", "show-source"];
            self.table(said(&element.label), self.heads(&head), rows);
        }
        if !guide.renderings.is_empty() {
            self.part("groeimodel", "docs-growth");
            guide.renderings.iter().for_each(|rendering| self.rendering(rendering));
        }
    }

    fn offer_demand(&mut self, demand: &OfferDemand) {
        self.heading(3, anchor("regel", &demand.id), said(&demand.title), false);
        let mut text = self.say(&offers(demand));
        text.push(Word::Plain(format!(" {}: ", self.word("docs-rule-name"))));
        text.push(Word::Code(demand.id.clone()));
        text.push(Word::Plain(".".to_owned()));
        self.paragraph(text);
        self.reasons(&demand.reasons);
    }

    fn rendering(&mut self, rendering: &Rendering) {
        let model = self.model;
        self.heading(3, anchor("weergave", &rendering.id), said(&rendering.title), false);
        let rows: Vec<Row> = rendering
            .growth
            .iter()
            .map(|one| {
                let element = model.elements.get(one.element).label.as_str();
                row([said(element), self.say(&say_period(&one.period)), said(&one.says)])
            })
            .collect();
        let head = self.heads(&["docs-element", "show-when", "docs-says"]);
        self.table(said(&rendering.title), head, rows);
        self.reasons(&rendering.reasons);
    }
}
