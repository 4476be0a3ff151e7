using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Success that is recorded but never true, and tasks that only some episodes have.</summary>
internal sealed class OutcomeCheck : IEpisodeCheck
{
    private int _judged;
    private int _successes;
    private int _withTask;
    private int _episodes;

    public void See(Episode episode)
    {
        _episodes++;
        _judged += episode.Success is null ? 0 : 1;
        _successes += episode.Success == true ? 1 : 0;
        _withTask += episode.Task is null ? 0 : 1;
    }

    public IEnumerable<DatasetOddity> Findings()
    {
        if (_judged > 0 && _successes == 0)
        {
            yield return new DatasetOddity(
                OddityCodes.NeverSuccessful,
                $"success is recorded in {_judged} episodes and is true in none: it may mean a stricter goal than the demonstrations had");
        }

        if (_withTask > 0 && _withTask < _episodes)
        {
            yield return new DatasetOddity(OddityCodes.TasksMissing, $"{_episodes - _withTask} of {_episodes} episodes have no task");
        }
    }
}
