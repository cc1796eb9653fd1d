# Nederlandse teksten van mtvp, taalniveau B1: opmerkingen over de regels van een regioplan. De Engelse teksten staan in ../en/lint.ftl.
