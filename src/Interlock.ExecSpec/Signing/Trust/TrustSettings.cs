using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>Reads <c>trust.json</c>.</summary>
internal static class TrustSettings
{
    public const int LargestFile = 64 << 10;

    private const string Format = "trust/1";
    private const int LongestWord = 64;

    /// <summary>How many different keys must have signed; null with findings when the file does not say it validly.</summary>
    public static int? ReadThreshold(ReadOnlyMemory<byte> utf8, string file, DiagnosticCollector findings)
    {
        int? threshold = null;
        StrictObject.Read(utf8, SigningCodes.TrustSettingsInvalid, file, findings, root =>
        {
            if (!root.HasOnly("interlock", "threshold"))
            {
                return;
            }

            if (root.Text("interlock", LongestWord) is { } format && format != Format)
            {
                root.Wrong($"expected '{Format}'", "interlock");
            }

            threshold = root.Number("threshold", 1, TrustStore.MostKeys) ?? 1;
        });
        return threshold;
    }
}
