using Interlock.Core.Contract;
using Interlock.Guard;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Cli.Inputs;

/// <summary>Sets up the guard of a contract with the calibration that the user or the contract names.</summary>
internal static class GuardInput
{
    /// <param name="contract">The contract.</param>
    /// <param name="contractPath">Where it lies; a calibration that it names lies relative to it.</param>
    /// <param name="calibration">Calibration file that the user named; null for the contract's own.</param>
    public static ActionGuard Create(SafetyContract contract, string contractPath, string? calibration) =>
        new(contract, new ActionGuardOptions { Calibration = Calibration(contract, contractPath, calibration) });

    /// <inheritdoc cref="Create" />
    /// <returns>The calibration; null where neither names one.</returns>
    public static GuardCalibration? Calibration(SafetyContract contract, string contractPath, string? calibration)
    {
        string? path = calibration ?? Beside(contractPath, contract.Monitors?.Calibration);
        return path is null ? null : Load(path);
    }

    public static GuardCalibration Load(string path)
    {
        using FileStream stream = OpenRead(path);
        return CalibrationReader.Read(stream, path);
    }

    private static FileStream OpenRead(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The calibration file '{path}' cannot be read ({exception.Message}); put it beside its contract, or name it with --calibration.",
                exception);
        }
    }

    private static string? Beside(string contractPath, string? calibration) =>
        calibration is null ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(contractPath))!, calibration);
}
