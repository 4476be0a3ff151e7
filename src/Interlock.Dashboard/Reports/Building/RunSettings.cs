using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>What a report needs of the run file that lies in a recording.</summary>
/// <param name="PolicyTimeoutMs">Time without an answer that counts as a failure, ms; null where it does not say.</param>
/// <param name="ConfidenceCalibration">File that calibrates confidence; null for none.</param>
internal sealed record RunSettings(double? PolicyTimeoutMs, string? ConfidenceCalibration)
{
    public static RunSettings Unknown { get; } = new(null, null);

    public static RunSettings Parse(string yaml)
    {
        try
        {
            YamlStream stream = [];
            using StringReader reader = new(yaml);
            stream.Load(reader);
            YamlNode? root = stream.Documents.FirstOrDefault()?.RootNode;
            return new RunSettings(
                double.TryParse(YamlParts.Scalar(YamlParts.Child(root, "supervisor"), "policy_timeout_ms"), NumberStyles.Float, CultureInfo.InvariantCulture, out double ms) && double.IsFinite(ms) ? ms : null,
                YamlParts.Scalar(YamlParts.Child(root, "confidence"), "calibration"));
        }
        catch (YamlException)
        {
            return Unknown;
        }
    }
}
