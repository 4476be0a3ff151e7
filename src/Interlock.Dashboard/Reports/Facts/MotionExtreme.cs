using System.Text.Json.Serialization;

namespace Interlock.Dashboard.Reports.Facts;

/// <summary>The largest motion that was commanded, against its limit.</summary>
/// <param name="Quantity"><c>step</c>, <c>velocity</c>, <c>acceleration</c> or <c>speed</c> (of several channels together).</param>
/// <param name="Of">The channel, or the channels of a speed.</param>
/// <param name="Unit">Of both numbers.</param>
/// <param name="Largest">Without sign.</param>
/// <param name="Limit">Of the contract.</param>
/// <param name="Tick">Where it was commanded.</param>
/// <param name="T">s since the start of the recording.</param>
internal sealed record MotionExtreme(string Quantity, string Of, string Unit, double Largest, double Limit, long Tick, double T)
{
    /// <summary>A command at its limit is off it by the rounding of differences of doubles: at 10 kHz some 1e-7 of an ordinary acceleration.</summary>
    public const double Rounding = 1e-6;

    [JsonIgnore]
    public bool IsOver => !(Largest <= Limit * (1 + Rounding));

    [JsonIgnore]
    public double Share => Largest / Limit;
}
