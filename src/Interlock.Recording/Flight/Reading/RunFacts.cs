using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Reading;

/// <summary>What a recording, or a run that goes on, says about itself in the entries of its record <c>interlock.run</c>.</summary>
public static class RunFacts
{
    /// <summary>Session and layout.</summary>
    /// <param name="facts">The entries.</param>
    /// <param name="place">Named in messages; null for none.</param>
    /// <exception cref="DiagnosticException">RC024: they do not say what they must.</exception>
    public static (FlightSession Session, FlightLayout Layout) Read(IReadOnlyDictionary<string, string> facts, string? place = null)
    {
        FactReader reader = new(facts, place);
        return (reader.Session(), reader.Layout());
    }
}
