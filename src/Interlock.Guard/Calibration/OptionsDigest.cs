using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Interlock.Guard.Calibration;

/// <summary>SHA-256 over every option, so that two calibrations can be told apart by it.</summary>
internal static class OptionsDigest
{
    public static string Of(CalibrationOptions options)
    {
        StringBuilder text = new();
        Write(text, options with { Roles = new Dictionary<string, Core.Contract.ChannelRole>(), ContinuousChannels = [], Alarms = new() });
        Write(text, options.Alarms with { BandMonitors = null });
        Write(text, string.Join('\n', options.Roles.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
        Write(text, string.Join('\n', options.ContinuousChannels));
        Write(text, options.Alarms.BandMonitors is { } names ? string.Join('\n', names) : "profile");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(StringBuilder text, object value) =>
        text.Append(CultureInfo.InvariantCulture, $"{value}").Append('\0');
}
