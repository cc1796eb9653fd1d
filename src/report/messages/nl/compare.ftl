# Nederlandse teksten van mtvp, taalniveau B1: twee regioplannen vergelijken. De Engelse teksten staan in ../en/compare.ftl.
