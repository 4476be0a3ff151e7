using Interlock.Cli.Output;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec.Show;

/// <summary>A specification as a block of text.</summary>
internal sealed class SpecBlock(VerbHost host)
{
    private const string Separator = " · ";

    public void Write(ShownSpec shown)
    {
        ExecutableSpec spec = shown.Spec;
        host.Out.WriteLine(spec.Name);
        Line(PolicyLine(spec.Policy));
        Line(ActionLine(spec.Action));
        Line(UnnormaliserLine(spec.Unnormaliser));
        host.Out.WriteLine();
        WriteTable(shown);
        host.Out.WriteLine();
        foreach (string line in SpecSentences.Of(shown))
        {
            Line(line);
        }

        host.Out.WriteLine($"digest      {shown.Digest}");
        host.Out.WriteLine($"statistics  {shown.Fingerprint}");
    }

    private void WriteTable(ShownSpec shown)
    {
        TextTable table = new("channel", "role", "unit", "-1 →", "+1 →", "full deflection");
        foreach (ShownChannel channel in shown.Channels)
        {
            table.Add(
                channel.Channel.Name,
                EnumWord.Of(channel.Channel.Role),
                channel.Channel.Unit.Symbol,
                channel.IsScaled ? PlainNumber.Of(channel.AtMinusOne) : "as it is",
                channel.IsScaled ? PlainNumber.Of(channel.AtPlusOne) : "as it is",
                Deflection(channel));
        }

        table.Write(host.Out, host.Width);
    }

    private static string Deflection(ShownChannel channel) => channel.Physical is { } physical
        ? $"{PlainNumber.Of(physical.AtMinusOne)} → {PlainNumber.Of(physical.AtPlusOne, channel.Channel.PhysicalUnit?.Symbol ?? "")}"
        : "";

    private static string? PolicyLine(PolicyIdentity? policy)
    {
        string?[] parts =
        [
            policy?.Name,
            policy?.Family is { } family ? $"family {family}" : null,
            policy?.Revision is { } revision ? $"revision {revision}" : null,
            policy?.Library is { } library ? $"library {library} {policy.LibraryVersion}".TrimEnd() : null,
            policy?.Dtype,
            policy?.SamplerSteps is { } steps ? $"{steps} sampler steps" : null,
        ];
        return parts.All(part => part is null) ? null : $"policy {Joined(parts)}";
    }

    private static string ActionLine(ActionSpec action) => Joined(
        [
            $"action {EnumWord.Of(action.Quantity)}, {(action.Reference is { } reference ? EnumWord.Of(reference) : "reference not stated")}",
            action.RateHz is { } rate ? $"{ShortNumber.Of(rate, "Hz")} ({ShortNumber.Of(1000 / rate, "ms")} per step)" : "rate not stated",
            action.Horizon is { } horizon ? $"chunks of {horizon}" : null,
            action.Execute is { } execute ? $"{execute} executed" : null,
        ]);

    private static string UnnormaliserLine(Normaliser normaliser) => Joined(
        [
            $"unnormaliser '{normaliser.Key}'",
            normaliser.Scheme == NormalisationScheme.Quantile
                ? $"quantiles {normaliser.LowQuantile} and {normaliser.HighQuantile}"
                : EnumWord.Of(normaliser.Scheme),
            normaliser.Arithmetic.InverseEpsilon > 0 ? $"epsilon {ShortNumber.Of(normaliser.Arithmetic.InverseEpsilon)}" : null,
            normaliser.Arithmetic.InverseClip is { } clip ? $"output clipped to ±{ShortNumber.Of(clip)}" : "output not clipped",
        ]);

    private static string Joined(IEnumerable<string?> parts) => string.Join(Separator, parts.Where(part => part is not null));

    private void Line(string? text)
    {
        if (text is not null)
        {
            WrappedText.Write(host.Out, text, host.Width, hanging: 2);
        }
    }
}
