using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Episodes without a single step from one action to the next.</summary>
internal sealed class ShortEpisodeCheck : IEpisodeCheck
{
    private const int MostListed = 10;

    private readonly List<int> _first = [];
    private int _count;

    public void See(Episode episode)
    {
        if (episode.Length > 1)
        {
            return;
        }

        _count++;
        if (_first.Count < MostListed)
        {
            _first.Add(episode.Index);
        }
    }

    public IEnumerable<DatasetOddity> Findings()
    {
        if (_count > 0)
        {
            string more = _count > MostListed ? ", …" : "";
            yield return new DatasetOddity(
                OddityCodes.ShortEpisodes,
                $"{_count} episodes have no row or one row, from which no step can be learned: {string.Join(", ", _first)}{more}");
        }
    }
}
