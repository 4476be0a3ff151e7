using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Looks for one kind of oddity while the episodes pass by; constant memory per episode or less.</summary>
internal interface IEpisodeCheck
{
    void See(Episode episode);

    IEnumerable<DatasetOddity> Findings();
}
