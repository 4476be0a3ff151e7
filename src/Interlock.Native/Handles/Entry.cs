using Interlock.Native.Border;

namespace Interlock.Native.Handles;

/// <summary>One thread's stay inside an object of the table; to be disposed.</summary>
internal readonly ref struct Entry<T>
    where T : class
{
    private readonly HandleSlot _slot;

    /// <exception cref="HandleException">The handle is not of such an object, or another thread is inside.</exception>
    public Entry(ulong handle)
    {
        _slot = HandleTable.Enter(handle, out Status status) ?? throw new HandleException(status, Refusals.Of(status));
        if (_slot.Content is not T content)
        {
            _slot.Leave();
            throw new HandleException(Status.Handle, Refusals.Of(Status.Handle));
        }

        Content = content;
    }

    public T Content { get; }

    public void Dispose() => _slot.Leave();
}
