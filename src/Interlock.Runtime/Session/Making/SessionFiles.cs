using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Runtime.Configuration;

namespace Interlock.Runtime.Session.Making;

/// <summary>The files that a run file names, read once.</summary>
internal sealed record SessionFiles
{
    public required string ContractPath { get; init; }

    public required byte[] ContractBytes { get; init; }

    public required SafetyContract Contract { get; init; }

    /// <summary>Null when the contract names none.</summary>
    public string? CalibrationPath { get; init; }

    public GuardCalibration? Calibration { get; init; }

    /// <summary>Null when the policy writes commands already.</summary>
    public string? SpecPath { get; init; }

    public ExecutableSpec? Spec { get; init; }

    /// <exception cref="DiagnosticException">A file cannot be read (CT, GD, EX codes), or does not go together with the run (RT codes).</exception>
    public static SessionFiles Read(RunFile file)
    {
        DiagnosticCollector findings = new();
        file.CheckFiles(findings);
        findings.ThrowIfErrors();
        string contractPath = file.Resolve(file.Settings.Contract);
        byte[] bytes = File.ReadAllBytes(contractPath);
        SafetyContract contract = ContractFile.Parse(Encoding.UTF8.GetString(bytes), contractPath, findings)
            ?? throw new DiagnosticException(findings.Items);
        file.CheckAgainst(contract, findings);
        findings.ThrowIfErrors();
        string? calibration = contract.Monitors?.Calibration is { } named ? Path.GetFullPath(named, Path.GetDirectoryName(contractPath)!) : null;
        string? spec = file.Settings.Spec is { } specified ? file.Resolve(specified) : null;
        return new SessionFiles
        {
            ContractPath = contractPath,
            ContractBytes = bytes,
            Contract = contract,
            CalibrationPath = calibration,
            Calibration = calibration is null ? null : ReadCalibration(calibration),
            SpecPath = spec,
            Spec = spec is null ? null : SpecFile.Load(spec),
        };
    }

    private static GuardCalibration ReadCalibration(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return CalibrationReader.Read(stream, path);
    }
}
