using Interlock.Recording.Flight.Steps;

namespace Interlock.Runtime.Journal;

/// <summary>Codes in the form that crosses the ring, each packed once.</summary>
internal sealed class CodeBook
{
    private const int Expected = 256;

    private readonly Dictionary<string, FlightCode> _codes = new(Expected, StringComparer.Ordinal);

    /// <summary>The packed code; packs it at its first use, and allocates nothing after that.</summary>
    public FlightCode Of(string code)
    {
        if (!_codes.TryGetValue(code, out FlightCode packed))
        {
            packed = FlightCode.Of(code);
            _codes.Add(code, packed);
        }

        return packed;
    }
}
