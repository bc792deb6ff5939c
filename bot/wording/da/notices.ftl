## Hvad en redaktør skal vide om en fil

notice-binary = { $path } er udeladt: Den er ikke tekst. Gem den som Markdown i UTF-8, eller omdøb den.
notice-too-large = { $path } er udeladt: { $detail } MiB er mere, end en side må fylde (8 MiB). Del den i flere sider.
notice-too-many = Stedet har { $detail } Markdown-filer, og kun de første 50.000 er læst. Giv et mindre sted.
notice-link-cycle = { $path } er udeladt: Linket fører tilbage til en mappe over den. Fjern linket.
notice-link-outside = { $path } er udeladt: Linket fører ud af håndbogen eller ingen steder hen. Læg selve filen der.
notice-unreadable = { $path } er udeladt: Den kan ikke læses ({ $detail }). Tjek dens rettigheder.
notice-repaired = { $path } har ødelagte bogstaver i { $detail } linjer; de er repareret i svarene. Gem filen igen som UTF-8.
notice-not-utf8 = { $path } er ikke UTF-8; den er læst som { $detail }. Gem den som UTF-8.
notice-broken-front-matter = { $path }: Indstillingerne øverst er ikke YAML (linje { $detail }), så de er ikke brugt. Ret den linje.
notice-broken-synonyms = { $path } er ikke en liste af synonymer ({ $detail }), så intet af den bruges. Skriv en liste med en gruppes ord på én linje, for eksempel: - faktura, regning
notice-broken-configuration = { $path } er ikke YAML, så sitets indstillinger er ikke brugt, og links kan være forkerte. Ret filen.
notice-not-built = { $path } er udeladt: Den begynder med en klamme, som Hugo læser som JSON og standser ved. Begynd siden med front matter.
notice-not-parsed = { $path } er udeladt: Dens Markdown kan ikke læses ({ $detail }). Meld det gerne sammen med filen.
notices-more = … og { $count } mere.
