using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>What ran, which bytes it was, what is missing, and how to run it again.</summary>
internal static class ConfigurationSection
{
    public static void Write(HtmlBuilder page, EpisodeFacts facts, string heading)
    {
        page.Element(heading, "Configuration and digests").Markup("<dl>\n");
        Fact(page, "Recording", $"{facts.File}, {Numbers.Bytes(facts.Bytes)} bytes");
        Fact(page, "SHA-256", facts.Sha256 ?? "not taken");
        Fact(page, "Run", facts.RunId);
        Fact(page, "Certificate", facts.CertificateLevel ?? "none");
        Fact(page, "Software of the run", facts.SoftwareVersion ?? "not stated");
        if (facts.Contract is { } contract)
        {
            Fact(page, "Contract", $"{contract.Name}, mode {contract.Mode}: of {contract.Channels} channels {contract.Bounded} bounded, {contract.SpeedLimited} limited in velocity, {contract.AccelerationLimited} in acceleration; "
                + $"force {Numbers.Of(contract.MaxForceN, "N")}, torque {Numbers.Of(contract.MaxTorqueNm, "N·m")}, watchdog {Numbers.Of(contract.MaxAgeMs, "ms")}");
        }
        else
        {
            Fact(page, "Contract", "none that could be read in the recording: limits are not drawn and not judged");
        }

        page.Markup("</dl>\n")
            .Table("Files in the recording", ["file", "kind", "bytes", "SHA-256"],
                [.. facts.Attachments.Select(file => (IReadOnlyList<Cell>)[file.Name, file.MediaType, Cell.Number(Numbers.Bytes(file.Bytes)), file.Sha256 ?? "too large, not loaded"])])
            .Table("What the gate checked before the start", ["code", "status", "subject", "finding"],
                [.. facts.GateChecks.Select(check => (IReadOnlyList<Cell>)[check.Code, check.Status, check.Subject, check.Message])])
            .Table("Findings about the file", ["code", "severity", "finding", "what to do"],
                [.. facts.Findings.Select(finding => (IReadOnlyList<Cell>)[finding.Code, finding.Severity, finding.Message, finding.Hint ?? ""])]);
        Health(page, facts.Health);
        page.Markup("<div class=\"whole\">").Element("p", "Run the guard over the recorded actions again:").Markup("<pre><code>").Text(facts.Reproduce).Markup("</code></pre></div>\n");
    }

    private static void Health(HtmlBuilder page, HealthFacts health) => page.Element("p",
        (health.IsFinished ? "The recorder came to its end. " : "The recorder did not come to its end; what follows is what could be recovered. ")
        + $"Dropped: steps {Numbers.Whole(health.StepsDropped)}, events {Numbers.Whole(health.EventsDropped)}, images and other items {Numbers.Whole(health.ItemsDropped)}.");

    private static void Fact(HtmlBuilder page, string name, string value) => page.Element("dt", name).Element("dd", value);
}
