"""The starter corpus: famous statements that are often misquoted or argued about.

Data only, as TOML files by theme; `corpus.starter_corpus` reads them. Each statement is a dated
fact: who said or wrote which words, when, on which occasion, in which language, and where that can
be read. A service that has been given nothing else can answer from these.

Rules of entry:

- The wording stands in the language it was first said in. Renderings into other languages are
  entries of their own below it, marked as translations, with the translator where one is known;
  rival renderings stand side by side. Where the original could not be read, only its language is
  given and the renderings stand alone.
- At least two references on different hosts at which the wording was read. For a rendering,
  at least one of them shows the rendering itself. What could not be read twice stays out.
- A reference says where the wording was read; ``url`` says where the record stands.
- Short: 120 words at most. A line that depends on its frame comes with the sentence that frames
  it. Words that were parted by another speaker are separate statements.
- A date is given as far as it is known (year, month or day) and left out where it is not;
  most texts of antiquity have none.
- Spelling may be modernised, and the note says so. Notes and titles are our own words.
- Where printed records disagree on the words, the statement stays out.
"""
