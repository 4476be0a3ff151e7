using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Campaign.World;

/// <summary>The person at a cell.</summary>
internal static class CellOperator
{
    /// <summary>Enough for a camera's first picture, a measurement and the first answer.</summary>
    private const int PatienceTicks = 100;

    /// <summary>Longer than the window in which missed deadlines count.</summary>
    private const int Attempts = 12;

    /// <summary>Arms and starts, and waits until the plan moves the arm.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void Start(CampaignCell cell)
    {
        const int Settle = 10;
        Wait(cell, Settle);
        cell.Supervisor.Post(OperatorCommand.Arm);
        Wait(cell, Settle);
        cell.Supervisor.Post(OperatorCommand.Start);
        if (!WaitForMotion(cell))
        {
            throw new InvalidOperationException($"the cell does not start: {cell.Supervisor.State}, {cell.Loop.Decision.Code}");
        }
    }

    /// <summary>Pauses a moving cell after some ticks, and waits until it is at rest.</summary>
    public static void Pause(CampaignCell cell, int afterTicks)
    {
        Wait(cell, afterTicks);
        cell.Supervisor.Post(OperatorCommand.Pause);
        Wait(cell, PatienceTicks);
    }

    /// <summary>Does what a state asks for, again and again for a while, and says whether the plan moves the arm after it.</summary>
    public static bool LetGoOn(CampaignCell cell)
    {
        for (int attempt = 0; attempt < Attempts && !Moves(cell); attempt++)
        {
            Answer(cell);
            WaitForMotion(cell);
        }

        return Moves(cell);
    }

    private static void Answer(CampaignCell cell)
    {
        switch (cell.Supervisor.State)
        {
            case SupervisorState.Holding:
                cell.Supervisor.Post(OperatorCommand.Resume);
                break;
            case SupervisorState.AwaitingHuman:
                cell.Supervisor.Post(OperatorCommand.AnswerContinue);
                break;
            case SupervisorState.Stopped:
                Restart(cell);
                break;
        }
    }

    private static void Restart(CampaignCell cell)
    {
        Wait(cell, PatienceTicks);
        foreach (OperatorCommand command in (OperatorCommand[])[OperatorCommand.Reset, OperatorCommand.Arm, OperatorCommand.Start])
        {
            cell.Supervisor.Post(command);
            Wait(cell, 1);
        }
    }

    private static bool WaitForMotion(CampaignCell cell)
    {
        for (int tick = 0; tick < PatienceTicks && !Moves(cell); tick++)
        {
            Wait(cell, 1);
        }

        return Moves(cell);
    }

    private static bool Moves(CampaignCell cell) => cell.Loop.Motion is { Source: MotionSource.Policy, HasCommand: true };

    private static void Wait(CampaignCell cell, int ticks)
    {
        for (int tick = 0; tick < ticks; tick++)
        {
            cell.Tick();
        }
    }
}
