# English texts of mtvp: letters to practices, and templates. The Dutch texts are in ../nl/letters.ftl.

## mtvp letters
cli-letters-about = Make a letter to each practice: what is to be done, by when, and what was decided
cli-letters-arg-folder = The folder with practice plans
cli-letters-arg-output = Write the letters into this folder; with csv: into this file
cli-letters-arg-format = Format: html (to print and to mail), md (Markdown) or csv (for a mail merge)
cli-letters-arg-template = Your own template: a file that ends in .html.j2 or .md.j2
cli-letters-arg-print-template = Show the template that mtvp itself uses, to start from
cli-letters-arg-figures = The figures of the region; without this: regio.yaml in the folder
cli-letters-arg-as-of = Look from this date (yyyy-mm-dd)
letters-written = { $count ->
    [one] One letter is in { $path }.
   *[other] { $count } letters are in { $path }.
  }
letters-csv-written = The table is in { $path }.
letters-where = Say in which folder the letters go.
letters-where-help = For example: mtvp letters { $folder } -o letters
letters-other-form = The template { $path } does not fit this form.
letters-other-form-help = A template for html ends in .html.j2, and one for md in .md.j2. Csv has no template.
letters-column-person = Contact person
letters-column-email = E-mail address
letters-column-address = Address
letters-column-region = Region
letters-column-needed = Still needed
letters-column-todo = To do
letters-column-may = May be improved
letters-column-reviews = The region reviews
letters-column-decisions = Decided
letters-column-missed = Not in yet
letters-column-later = Later
letters-column-asked = Questions to
thing-doubled = there is another plan with this AGB code for the same year
thing-shared = this AGB code is also in a plan for another year, where the practice has another name

## Templates
template-no-such = `{ $name }` does not exist
template-no-such-help = only what MiniJinja itself has and `tekst` (text) can be used here, such as `{"{{"} punt.titel | tekst {"}}"}`
template-unreadable = the template is not right here
template-unreadable-help = see that each `{"{{"}` has a `{"}}"}`, each `{"{%"} if … %{"}"}` an `{"{%"} endif %{"}"}`, and each `{"{%"} for … %{"}"}` an `{"{%"} endfor %{"}"}`
template-cannot = this is not possible here
template-cannot-help = start with the template that `mtvp letters --print-template` shows, and change a small piece at a time
template-unknown = `{ $name }` is not in a letter
template-unknown-near = did you mean `{ $near }`? These names are there: { $names }
template-unknown-help = these names are there: { $names }
