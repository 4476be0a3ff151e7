using System.Runtime.InteropServices;

namespace Interlock.Policies.Onnx.Native;

/// <summary>The function table of one loaded library; every call that can fail throws <see cref="OrtFailure"/>.</summary>
internal sealed unsafe class OrtApi(nint* table)
{
    public void CreateEnv(int logLevel, byte* id, out nint env)
    {
        fixed (nint* result = &env)
        {
            Check(((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)Address(OrtFunction.CreateEnv))(logLevel, id, result));
        }
    }

    /// <summary>Calls a function of the form <c>f(out handle)</c>.</summary>
    public nint Create(OrtFunction function)
    {
        nint result;
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)Address(function))(&result));
        return result;
    }

    /// <summary>Calls a function of the form <c>f(a, out b)</c>.</summary>
    public nint Get(OrtFunction function, nint of)
    {
        nint result = 0;
        Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)Address(function))(of, &result));
        return result;
    }

    /// <summary>Calls a function of the form <c>f(a, index, out b)</c>.</summary>
    public nint GetAt(OrtFunction function, nint of, nint index)
    {
        nint result = 0;
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint>)Address(function))(of, index, &result));
        return result;
    }

    /// <summary>Calls a function of the form <c>f(a)</c>.</summary>
    public void Call(OrtFunction function, nint on) =>
        Check(((delegate* unmanaged[Cdecl]<nint, nint>)Address(function))(on));

    /// <summary>Calls a function of the form <c>f(a, number)</c>.</summary>
    public void Set(OrtFunction function, nint on, int value) =>
        Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)Address(function))(on, value));

    public void AddSessionConfigEntry(nint options, string key, string value)
    {
        using Utf8Text keyText = new(key);
        using Utf8Text valueText = new(value);
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)Address(OrtFunction.AddSessionConfigEntry))(options, keyText.Address, valueText.Address));
    }

    /// <summary>Paths are wide characters on Windows and bytes elsewhere.</summary>
    public nint CreateSession(nint env, string path, nint options)
    {
        nint text = OperatingSystem.IsWindows() ? Marshal.StringToCoTaskMemUni(path) : Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            nint session;
            Check(((delegate* unmanaged[Cdecl]<nint, nint, nint, nint*, nint>)Address(OrtFunction.CreateSession))(env, text, options, &session));
            return session;
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    /// <summary>Name of an input or output.</summary>
    public string Name(OrtFunction function, nint session, nint index)
    {
        nint allocator = Create(OrtFunction.GetAllocatorWithDefaultOptions);
        nint text;
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint, nint*, nint>)Address(function))(session, index, allocator, &text));
        string name = Marshal.PtrToStringUTF8(text) ?? "";
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)Address(OrtFunction.AllocatorFree))(allocator, text));
        return name;
    }

    public void GetDimensions(nint info, Span<long> dimensions)
    {
        fixed (long* first = dimensions)
        {
            Check(((delegate* unmanaged[Cdecl]<nint, long*, nint, nint>)Address(OrtFunction.GetDimensions))(info, first, dimensions.Length));
        }
    }

    public int GetElementType(nint info)
    {
        int type;
        Check(((delegate* unmanaged[Cdecl]<nint, int*, nint>)Address(OrtFunction.GetTensorElementType))(info, &type));
        return type;
    }

    public nint CreateCpuMemoryInfo(int allocatorType, int memoryType)
    {
        nint info;
        Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)Address(OrtFunction.CreateCpuMemoryInfo))(allocatorType, memoryType, &info));
        return info;
    }

    public nint CreateTensor(nint memory, nint data, nint bytes, ReadOnlySpan<long> shape, int elementType)
    {
        fixed (long* dimensions = shape)
        {
            nint value;
            Check(((delegate* unmanaged[Cdecl]<nint, nint, nint, long*, nint, int, nint*, nint>)Address(OrtFunction.CreateTensorWithDataAsOrtValue))(
                memory, data, bytes, dimensions, shape.Length, elementType, &value));
            return value;
        }
    }

    /// <summary>One inference. Names and values are pinned arrays of addresses; a value of 0 among the outputs is made by the runtime.</summary>
    public void Run(nint session, nint options, nint[] inputNames, nint[] inputs, nint[] outputNames, nint[] outputs)
    {
        fixed (nint* inName = inputNames, inValue = inputs, outName = outputNames, outValue = outputs)
        {
            Check(((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nint, nint*, nint, nint*, nint>)Address(OrtFunction.Run))(
                session, options, inName, inValue, inputs.Length, outName, outputs.Length, outValue));
        }
    }

    public void Release(OrtFunction function, nint handle) => ((delegate* unmanaged[Cdecl]<nint, void>)Address(function))(handle);

    private nint Address(OrtFunction function) => table[(int)function];

    private void Check(nint status)
    {
        if (status != 0)
        {
            throw Failure(status);
        }
    }

    private OrtFailure Failure(nint status)
    {
        int code = ((delegate* unmanaged[Cdecl]<nint, int>)Address(OrtFunction.GetErrorCode))(status);
        nint text = ((delegate* unmanaged[Cdecl]<nint, nint>)Address(OrtFunction.GetErrorMessage))(status);
        OrtFailure failure = new((OrtErrorCode)code, Marshal.PtrToStringUTF8(text) ?? "no reason given");
        Release(OrtFunction.ReleaseStatus, status);
        return failure;
    }
}
