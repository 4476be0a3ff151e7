using Interlock.Guard.Interventions;
using Interlock.Runtime.Campaign.World;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>The diagnostic codes that a cell gives, in the order in which they come.</summary>
internal sealed class CodeCollector(CampaignCell cell)
{
    private readonly List<string> _codes = [];
    private long _nextEvent = cell.Supervisor.Events.Written;
    private long _wallClockSteps = cell.Loop.WallClockSteps;

    public IReadOnlyList<string> Codes => _codes;

    public void Observe()
    {
        OfPolicy();
        OfSupervisor();
        OfGuard();
        Add(cell.Recorder?.Health.Fault?.Code);
        Add(cell.Loop.WallClockSteps > _wallClockSteps ? RuntimeCodes.WallClockStepped : null);
        _wallClockSteps = cell.Loop.WallClockSteps;
    }

    private void OfPolicy() => Add(cell.Loop.Intake.FailureCode);

    private void OfSupervisor()
    {
        for (; cell.Supervisor.Events.TryRead(_nextEvent, out SupervisorEvent happened); _nextEvent++)
        {
            Add(happened.Code);
        }
    }

    private void OfGuard()
    {
        if (!cell.Loop.Motion.HasCommand)
        {
            return;
        }

        foreach (int alarm in cell.Guard.LastAlarms)
        {
            Add(cell.Guard.Alarms[alarm].Code);
        }

        foreach (ref readonly Intervention intervention in cell.Guard.LastInterventions)
        {
            Add(intervention.Code);
        }
    }

    private void Add(string? code)
    {
        if (code is not null && !_codes.Contains(code))
        {
            _codes.Add(code);
        }
    }
}
