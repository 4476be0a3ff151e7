using System.CommandLine;
using Interlock.Cli.Verbs.Calibrate;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock calibrate</c>: demonstrations in, contract and calibration out.</summary>
internal sealed class CalibrateVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        CalibrateOptions options = new();
        Command command = new(
            "calibrate",
            "Learn from demonstrations what normal looks like: writes NAME.contract.yaml and NAME.calibration.json.\nExample: interlock calibrate demos.csv -o so101-table --alpha 0.05 --guarantee step");
        options.AddTo(command);
        command.SetInterruptibleAction((result, cancellation) => new CalibrateSession(host, options.Read(result)).Run(cancellation));
        return command;
    }
}
