using System.CommandLine;
using Interlock.Cli.Verbs.Dashboard;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock dashboard</c>: the pages about recordings and a running robot.</summary>
internal sealed class DashboardVerb : IVerb
{
    private const string Help =
        "Show recordings, and a robot that is running, in a browser: a local web server of its own, which cannot hold up a control loop.\n" +
        "Ctrl-C ends it. Exit code 130 when ended, 2 when an address or a file is found wanting.\n\n" +
        "Example: interlock dashboard runs ws://127.0.0.1:8765";

    private readonly DashboardWords _words = new();

    public Command Build(VerbHost host)
    {
        Command command = new("dashboard", Help);
        _words.AddTo(command);
        command.SetAction((parsed, cancellation) => new DashboardSession(host, _words, parsed).RunAsync(cancellation));
        return command;
    }
}
