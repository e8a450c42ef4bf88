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
