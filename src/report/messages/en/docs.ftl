# English texts of mtvp, in plain words: a regioplan as a document and as a schema. The Dutch texts are in ../nl/docs.ftl.
