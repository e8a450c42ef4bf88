use super::super::testing::facts_of;

#[test]
fn people_with_titles_and_offices() {
    let text = "The shop owners of the town met on Monday. Deputy Minister Phung Van Ba said the plan was good. Ann Lee, head of the growers' union, disagreed with him. \"It will not work,\" Lee said. Ba told reporters that the ministry would wait.";
    let facts = facts_of(text);
    let got: Vec<String> =
        facts.people.iter().map(|p| format!("{} ({}) {}", p.name, p.roles.join("; "), p.mentions.len())).collect();
    assert_eq!(got, ["Phung Van Ba (Deputy Minister) 2", "Ann Lee (head of the growers' union) 2"]);
}

#[test]
fn offices_of_two_fields_before_a_name() {
    let facts = facts_of(
        "The plan was good, Deputy Minister of Trade and Industry Tran Van An said on Monday. It was made for the town by Le Thi Mai Hoa, head of the growers' union.",
    );
    let got: Vec<String> = facts.people.iter().map(|p| format!("{} ({})", p.name, p.roles.join("; "))).collect();
    assert_eq!(
        got,
        ["Tran Van An (Deputy Minister of Trade and Industry)", "Le Thi Mai Hoa (head of the growers' union)"]
    );
}

#[test]
fn names_after_a_body_or_inside_a_run_of_capitals() {
    let facts = facts_of(
        "The Chairman of the People's Committee Pham Van Hai said on Monday that the town was calm. He met ABC Vice Chairman Tran Thi Hoa and the Green Group of Japan for the talks.",
    );
    let people: Vec<&str> = facts.people.iter().map(|p| p.name.as_str()).collect();
    let bodies: Vec<&str> = facts.organisations.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(people, ["Pham Van Hai", "Tran Thi Hoa"]);
    assert_eq!(bodies, ["People's Committee", "Green Group"]);
}

#[test]
fn several_offices_and_offices_of_a_body() {
    let facts = facts_of(
        "They met former Minister of Trade Le Van Tam, General Secretary To Lam and National Assembly Chairman Tran Van Ba on Monday. The day was opened by comrades: Le Van Hai - Deputy Secretary of the Provincial Party Committee, Chairman of the Provincial People's Council; Ann Lee - head of the port. To Lam they gave a boat, said Max Roe, director of the fair, President Lee said.",
    );
    let got: Vec<String> = facts.people.iter().map(|p| format!("{} ({})", p.name, p.roles.join("; "))).collect();
    assert_eq!(
        got,
        [
            "Le Van Tam (former Minister of Trade)",
            "To Lam (General Secretary)",
            "Tran Van Ba (National Assembly Chairman)",
            "Le Van Hai (Deputy Secretary of the Provincial Party Committee; Chairman of the Provincial People's Council)",
            "Ann Lee (head of the port)",
            "Max Roe (director of the fair)",
        ]
    );
}

#[test]
fn where_offices_end() {
    let facts = facts_of(
        "Mr. Do Van Hai - Deputy Director of the Harbour Centre - emphasized that the boats were old. Ms. Le Thi Ba - director of Green Lee expressed joy, and so did Comrade Tran Van Tam, member of the board. Ann Lee – head of the Rice University – was ill. It was told by Max Roe, head of the Rice University – Can Tho, on Monday.",
    );
    let got: Vec<String> = facts.people.iter().map(|p| format!("{} ({})", p.name, p.roles.join("; "))).collect();
    assert_eq!(
        got,
        [
            "Do Van Hai (Deputy Director of the Harbour Centre)",
            "Le Thi Ba (director of Green Lee)",
            "Tran Van Tam (member of the board)",
            "Ann Lee (head of the Rice University)",
            "Max Roe (head of the Rice University – Can Tho)",
        ]
    );
}

#[test]
fn names_with_accents_and_after_their_office() {
    let facts = facts_of(
        "The head of the school in the town, Deputy Minister of Health Trần Văn Ba said on Monday, was ill. Its deputy director, Giàng A Sử, told them to wait. They met on Le Van Duyet and Hai Ba Trung streets, near Tran Van Hai Street.",
    );
    let got: Vec<String> = facts.people.iter().map(|p| format!("{} ({})", p.name, p.roles.join("; "))).collect();
    assert_eq!(got, ["Trần Văn Ba (Deputy Minister of Health)", "Giàng A Sử (deputy director)"]);
}

#[test]
fn reported_speech_has_its_speaker() {
    let text = "The Ministry of Health said on Friday that the number of cases had fallen. He did not know. According to the Green Rivers Institute, the water was clean. Prices would rise again, the Ministry of Health said.";
    let facts = facts_of(text);
    let show = |a: &super::super::Attribution| format!("{}|{}", a.speaker.as_deref().unwrap_or("-"), a.span.of(text));
    let got: Vec<String> = facts.attributions.iter().map(show).collect();
    assert_eq!(
        got,
        [
            "Ministry of Health|the number of cases had fallen",
            "Green Rivers Institute|the water was clean",
            "Ministry of Health|Prices would rise again",
        ]
    );
}

#[test]
fn quotes_that_are_added() {
    let speakers = |text: &str| -> Vec<String> {
        facts_of(text).quotes.iter().map(|q| q.speaker.clone().unwrap_or_default()).collect()
    };
    assert_eq!(
        speakers(
            "“The boats of the town are all too old,” said Ann Lee, adding, “The nets of the town are too old as well.”"
        ),
        ["Ann Lee", "Ann Lee"]
    );
    // Of another sentence.
    assert_eq!(
        speakers(
            "“The boats of the town are all too old,” said Ann Lee. The mayor was glad. He left, adding, “The nets of the town are too old as well.”"
        )[1],
        ""
    );
}

#[test]
fn foreign_names_after_the_field_of_an_office() {
    let people = |text: &str| -> Vec<String> {
        facts_of(text).people.iter().map(|p| format!("{} ({})", p.name, p.roles.join("; "))).collect()
    };
    assert_eq!(
        people(
            "The talks were led by Minister of Digital Economy and Society Somsak Brightwater on Monday. Minister for Trade and Information Josie Clearhill and Ambassador to ASEAN Yan Brookfield were glad, and so was the town's head of fishing, Mei Ling Wong.",
        ),
        [
            "Somsak Brightwater (Minister of Digital Economy and Society)",
            "Josie Clearhill (Minister for Trade and Information)",
            "Yan Brookfield (Ambassador to ASEAN)",
            "Mei Ling Wong (head of fishing)",
        ]
    );
    // A field without a name after it, a field that is a body of its own.
    let none = "The Minister of Culture and Society met them on Monday. The Green Society of the town was glad of it.";
    assert!(people(none).is_empty());
    let bodies: Vec<String> = facts_of(none).organisations.iter().map(|o| o.name.clone()).collect();
    assert_eq!(bodies, ["Green Society"]);
}

#[test]
fn what_somebody_does_before_the_name_and_whose_a_body_is() {
    let facts = facts_of(
        "The noodle seller Khamla Brightwater has no card. Bank of the Isles Governor Ann Clearhill met them with TFB's Payment Department on Monday. Its owner Blue Fin was there under Letter 12/BYT-CNTT, signed on Monday.",
    );
    let people: Vec<String> = facts.people.iter().map(|p| format!("{} ({})", p.name, p.roles.join("; "))).collect();
    assert_eq!(people, ["Khamla Brightwater ()", "Ann Clearhill (Bank of the Isles Governor)"]);
    let bodies: Vec<&str> = facts.organisations.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(bodies, ["Bank of the Isles", "Payment Department"]);
}

#[test]
fn grades_behind_an_office_and_what_an_office_is_for() {
    let facts = facts_of(
        "The talks were led by Minister of Public Order Lieutenant General Tran Van Ba on Monday, with the Green Bank Country Director for Japan. Tran Van Nam - Deputy Minister of Public Order said that he was glad, and so was the Deputy Head of the Town's Net 06 Group.",
    );
    let people: Vec<String> = facts.people.iter().map(|p| format!("{} ({})", p.name, p.roles.join("; "))).collect();
    assert_eq!(
        people,
        [
            "Tran Van Ba (Minister of Public Order; Lieutenant General)",
            "Tran Van Nam (Deputy Minister of Public Order)",
        ]
    );
    let bodies: Vec<&str> = facts.organisations.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(bodies, ["Green Bank"]);
}
