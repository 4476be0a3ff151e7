using Interlock.Cli.Output;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Waivers;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>What a certificate or waiver says, for a reviewer.</summary>
internal static class CertificateText
{
    private const int LabelWidth = 13;

    public static void Write(VerbHost host, Certificate certificate)
    {
        TextWriter output = host.Out;
        output.WriteLine($"policy       {certificate.Spec.Name}: key '{certificate.Spec.Unnormaliser.Key}', scheme {EnumWord.Of(certificate.Spec.Unnormaliser.Scheme)}");
        output.WriteLine($"spec         {certificate.SpecSha256}");
        output.WriteLine($"statistics   {certificate.StatisticsFingerprint}");
        output.WriteLine(certificate.Artefacts is { } artefacts
            ? $"files        {artefacts.Files.Entries.Count} in {artefacts.Files.Name}, root {artefacts.Files.RootDigest}"
            : "files        none: weights and settings are not certified");
        output.WriteLine($"valid        {Time(certificate.IssuedAt)} to {Time(certificate.ExpiresAt)}");
        output.WriteLine($"level        {EnumWord.Of(certificate.Level)}{(certificate.Level > certificate.SupportedLevel ? $", but the evidence supports {EnumWord.Of(certificate.SupportedLevel)}" : "")}");
        foreach (EvidenceEntry entry in certificate.Evidence)
        {
            Paragraph(host, "evidence", Evidence(entry));
        }

        WriteSiblings(host, certificate);
        Paragraph(host, "limitations", certificate.Limitations);
    }

    public static void Write(VerbHost host, Waiver waiver)
    {
        host.Out.WriteLine($"waives       {string.Join(", ", waiver.Codes)}");
        host.Out.WriteLine($"certificate  {waiver.CertificateSha256}");
        host.Out.WriteLine($"valid        {Time(waiver.IssuedAt)} to {Time(waiver.ExpiresAt)}");
        host.Out.WriteLine($"approver     {waiver.Approver}");
        Paragraph(host, "reason", waiver.Reason);
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static void Paragraph(VerbHost host, string label, string text)
    {
        using StringWriter wrapped = new();
        WrappedText.Write(wrapped, text, host.Width, LabelWidth, LabelWidth);
        host.Out.Write($"{label.PadRight(LabelWidth)}{wrapped.ToString().AsSpan(LabelWidth)}");
    }

    private static string Evidence(EvidenceEntry entry)
    {
        string counts = entry is { Trials: { } trials, Successes: { } successes } ? $" {successes} of {trials}" : "";
        string suite = entry.Suite is { } name ? $" on {name}" : "";
        string substituted = entry.Substituted.Count > 0
            ? $"; with another key: {string.Join(", ", entry.Substituted.Select(item => $"{item.Key} {item.Value}"))}"
            : "";
        string text = entry.Text is { } words ? $"; {words}" : "";
        string about = entry.Kind != EvidenceKind.Note && entry is { SpecSha256: null, StatisticsFingerprint: null }
            ? "; it does not say what it is about and supports no level"
            : "";
        return $"{EnumWord.Of(entry.Kind)}{counts}{suite}{substituted}{text}{about}";
    }

    private static void WriteSiblings(VerbHost host, Certificate certificate)
    {
        if (certificate.Siblings.Count == 0)
        {
            return;
        }

        host.Out.WriteLine("siblings     what an idle command would become if another entry were loaded");
        TextTable table = new("  key", "mm/s", "rad/s", "drift mean", "drift worst");
        foreach (CertifiedSibling sibling in certificate.Siblings.OrderByDescending(sibling => sibling.DriftMeanAbs ?? double.PositiveInfinity))
        {
            table.Add(
                $"  {sibling.Key}",
                PlainNumber.Of(sibling.NullMmPerS),
                PlainNumber.Of(sibling.NullRadPerS),
                PlainNumber.Of(sibling.DriftMeanAbs),
                PlainNumber.Of(sibling.DriftWorst));
        }

        table.Write(host.Out, host.Width);
    }
}
