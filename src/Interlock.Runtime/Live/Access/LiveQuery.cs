using System.Globalization;

namespace Interlock.Runtime.Live.Access;

/// <summary>What a viewer asks for in the address: <c>?token=…&amp;max_rate_hz=30</c>.</summary>
internal sealed record LiveQuery(string? Token, double? MaxRateHz)
{
    private const double LowestRateHz = 0.1;
    private const double HighestRateHz = 1e6;

    public static LiveQuery Parse(string query)
    {
        string? token = null;
        double? rate = null;
        foreach (string part in query.Split('&'))
        {
            int equals = part.IndexOf('=');
            string value = equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..]);
            switch (equals < 0 ? part : part[..equals])
            {
                case "token":
                    token = value;
                    break;
                case "max_rate_hz" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double hz) && hz is >= LowestRateHz and <= HighestRateHz:
                    rate = hz;
                    break;
            }
        }

        return new LiveQuery(token, rate);
    }
}
