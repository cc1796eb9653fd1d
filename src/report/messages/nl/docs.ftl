# Nederlandse teksten van mtvp, taalniveau B1: een regioplan als document en als schema. De Engelse teksten staan in ../en/docs.ftl.
