using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Numbers that are not finite, in actions and states.</summary>
internal sealed class FiniteCheck : IEpisodeCheck
{
    private readonly Tally _actions = new("actions");
    private readonly Tally _states = new("states");

    public void See(Episode episode)
    {
        _actions.See(episode, episode.Actions, episode.ActionDimension);
        _states.See(episode, episode.States ?? [], episode.StateDimension);
    }

    public IEnumerable<DatasetOddity> Findings() => _actions.Findings().Concat(_states.Findings());

    private sealed class Tally(string what)
    {
        private long _count;
        private string _first = "";

        public void See(Episode episode, double[] values, int width)
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (!double.IsFinite(values[i]) && _count++ == 0)
                {
                    _first = $"episode {episode.Index}, step {i / width}, channel {i % width}: {values[i]}";
                }
            }
        }

        public IEnumerable<DatasetOddity> Findings()
        {
            if (_count > 0)
            {
                yield return new DatasetOddity(
                    OddityCodes.NotFinite,
                    $"{_count} numbers in {what} are not finite; the first is in {_first}");
            }
        }
    }
}
