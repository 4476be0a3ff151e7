using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms;

/// <summary>One running score for each band whose monitor the bank has.</summary>
internal sealed class BandScores
{
    private readonly Dictionary<string, BandScore> _byMonitor = [];

    public BandScores(IReadOnlyList<FunctionalBand> bands, MonitorBank bank)
    {
        FunctionalBand[] present = [.. bands.Where(band => bank.IndexOf(band.Monitor) >= 0)];
        All = [.. present.Select(band => new BandScore(band))];
        Monitors = [.. present.Select(band => bank.IndexOf(band.Monitor))];
        for (int i = 0; i < present.Length; i++)
        {
            _byMonitor[present[i].Monitor] = All[i];
        }
    }

    public BandScore[] All { get; }

    /// <summary>Position in the monitor bank of each score's monitor.</summary>
    public int[] Monitors { get; }

    public bool Has(BandRule rule) => rule.Monitors.All(_byMonitor.ContainsKey);

    public bool Has(ConjunctionRule rule) => _byMonitor.ContainsKey(rule.Novel) && _byMonitor.ContainsKey(rule.Confused);

    public BandScore Of(string monitor) => _byMonitor[monitor];
}
