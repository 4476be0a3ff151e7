using Interlock.Cli.Verbs.Run;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Session;
using Interlock.TestSupport;
using Xunit;

namespace Interlock.Cli.Tests.Verbs.Run;

public sealed class KeyboardJogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _said = new();

    public void Dispose()
    {
        _folder.Dispose();
        _said.Dispose();
    }

    [Fact]
    public void Before_the_first_command_there_is_nothing_to_take_over()
    {
        using RunSession session = Prepare();
        Assert.True(new KeyboardJog(session, _said).Take(ConsoleKey.T));
        Assert.Contains("nothing to take over", _said.ToString());
    }

    [Fact]
    public void A_person_takes_over_moves_a_channel_and_hands_back()
    {
        using RunSession session = Prepare();
        KeyboardJog jog = new(session, _said);
        int heard = 0;
        RunOutcome outcome = session.Run(CancellationToken.None, _ =>
        {
            // On a virtual clock happenings come every few ticks of the loop's own thread, which is this one.
            ConsoleKey? key = ++heard switch { 2 => ConsoleKey.T, _ => null };
            if (key is { } pressed)
            {
                jog.Take(pressed);
                jog.Take(ConsoleKey.UpArrow);
                jog.Refresh();
            }
        });
        using FlightLog log = FlightLog.Open(outcome.RecordingPath!);
        Assert.Contains(log.Steps(), step => step.ActionSource is "blend" or "human");
        Assert.Contains("shoulder_pan to", _said.ToString());
    }

    private RunSession Prepare()
    {
        DiagnosticCollector findings = new();
        RunFile file = RunFile.Load(
            Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml"),
            [$"recording.path={_folder.Root}", "run.duration_s=3"],
            findings)!;
        return RunSession.Prepare(file, new SessionOptions { Clock = new VirtualClock(), Time = TimeProvider.System }, CancellationToken.None).Session!;
    }
}
