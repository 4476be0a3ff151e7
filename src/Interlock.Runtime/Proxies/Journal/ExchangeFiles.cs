using System.Text;
using Interlock.Core.Contract.Writing;
using Interlock.ExecSpec.Files;
using Interlock.Guard.Calibration.Files;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Replay;

namespace Interlock.Runtime.Proxies.Journal;

/// <summary>Everything that explains a session, in its recording: contract, specification, calibration, certificate and receipt.</summary>
internal static class ExchangeFiles
{
    private const string Json = "application/json";

    public static void Attach(ExchangeRecorder recorder, ProxyOptions options)
    {
        recorder.Attach(RecordedGuard.GuardedContractName, "application/yaml", Encoding.UTF8.GetBytes(ContractWriter.Write(ExchangeNumbers.GuardedContract(options))));
        if (options.Spec is { } spec)
        {
            recorder.Attach("policy.execspec.json", Json, Written(stream => SpecFile.Write(spec, stream)));
        }

        if (options.Calibration is { } calibration)
        {
            recorder.Attach(RecordedGuard.CalibrationSuffix, Json, Written(stream => CalibrationWriter.Write(calibration, stream)));
        }

        if (options.Gate is { } gate)
        {
            recorder.Attach("certificate.json", Json, gate.Certificate);
            recorder.Attach("receipt.json", Json, gate.Receipt);
        }
    }

    private static byte[] Written(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return stream.ToArray();
    }
}
